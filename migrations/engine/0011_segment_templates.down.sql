ALTER TABLE segmentation.segments DROP template, DROP template_parameters;
