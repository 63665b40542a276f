/** What is kept of one person. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { MembersModule } from '../members/members.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalData } from './personal-data.service.js';

@Module({
  imports: [AuditModule, MembersModule, SegmentsModule],
  controllers: [PersonalDataController],
  providers: [PersonalData],
  exports: [PersonalData],
})
export class PersonalDataModule {}
