/** Whom a rule matches now. */

import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { AudienceController } from './audience.controller.js';
import { Audience } from './audience.service.js';
import { Evaluation } from './evaluation.js';
import { Explain } from './explain.service.js';

@Module({
  imports: [SegmentsModule, MembersModule],
  controllers: [AudienceController],
  providers: [Audience, Explain, Evaluation],
  exports: [Audience, Explain, Evaluation],
})
export class AudienceModule {}
