drop table crm.activities;
