DROP TABLE segmentation.login_attempt;
DROP TABLE segmentation.session;
