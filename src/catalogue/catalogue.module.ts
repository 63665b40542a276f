/** The catalogue, over what the host declares and the tenants' custom fields. */

import { Global, Module } from '@nestjs/common';
import { CustomFieldsModule } from '../custom-fields/custom-fields.module.js';
import { CatalogueController } from './catalogue.controller.js';
import { Catalogue } from './catalogue.service.js';
import { CoverageRepository } from './coverage.repository.js';
import { CoverageOfFields } from './coverage.service.js';

@Global()
@Module({
  imports: [CustomFieldsModule],
  controllers: [CatalogueController],
  providers: [Catalogue, CoverageOfFields, CoverageRepository],
  exports: [Catalogue],
})
export class CatalogueModule {}
