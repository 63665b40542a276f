/** From audience to members. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { AudienceModule } from '../audience/audience.module.js';
import { MembersModule } from '../members/members.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { Calculation } from './calculation.service.js';
import { FullRefresh } from './full-refresh.service.js';
import { RefreshController } from './refresh.controller.js';
import { RunsRepository } from './runs.repository.js';

@Module({
  imports: [AuditModule, SegmentsModule, MembersModule, AudienceModule],
  controllers: [RefreshController],
  providers: [FullRefresh, Calculation, RunsRepository],
  exports: [FullRefresh],
})
export class RefreshModule {}
