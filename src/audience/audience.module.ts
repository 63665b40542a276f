/** Whom a rule matches now. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { MembersModule } from '../members/members.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { Audience } from './audience.service.js';
import { BreakdownController } from './breakdown.controller.js';
import { Breakdowns } from './breakdown.service.js';
import { Evaluation } from './evaluation.js';
import { ExplainController } from './explain.controller.js';
import { Explain } from './explain.service.js';
import { ImpactController } from './impact.controller.js';
import { Impacts } from './impact.service.js';
import { PreviewController } from './preview.controller.js';

@Module({
  imports: [AuditModule, ConsentModule, SegmentsModule, MembersModule],
  controllers: [PreviewController, ExplainController, BreakdownController, ImpactController],
  providers: [Audience, Breakdowns, Explain, Impacts, Evaluation],
  exports: [Audience, Breakdowns, Explain, Impacts, Evaluation],
})
export class AudienceModule {}
