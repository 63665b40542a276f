/** Custom fields: definitions and values. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { BulkValues } from './bulk-values.service.js';
import { CustomFieldConversion } from './conversion.service.js';
import { CustomFieldsController } from './custom-fields.controller.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import { CustomFields } from './custom-fields.service.js';
import { ValuesController } from './values.controller.js';
import { ValuesRepository } from './values.repository.js';
import { CustomFieldValues } from './values.service.js';
import { ValuesData } from './values-data.js';

@Module({
  imports: [AuditModule],
  controllers: [CustomFieldsController, ValuesController],
  providers: [
    CustomFields,
    CustomFieldConversion,
    CustomFieldValues,
    BulkValues,
    CustomFieldsRepository,
    ValuesRepository,
    ValuesData,
  ],
  exports: [
    ValuesData,
    CustomFields,
    CustomFieldConversion,
    CustomFieldValues,
    BulkValues,
    CustomFieldsRepository,
  ],
})
export class CustomFieldsModule {}
