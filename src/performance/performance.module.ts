/** How segments do beside each other. */

import { Module } from '@nestjs/common';
import { AudienceModule } from '../audience/audience.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { MemberSets } from './overlap/member-sets.js';
import { OverlapController } from './overlap/overlap.controller.js';
import { OverlapRepository } from './overlap/overlap.repository.js';
import { Overlaps } from './overlap/overlap.service.js';
import { TransitionsController } from './transitions/transitions.controller.js';
import { TransitionsRepository } from './transitions/transitions.repository.js';
import { SegmentTransitions } from './transitions/transitions.service.js';

@Module({
  imports: [SegmentsModule, AudienceModule],
  controllers: [OverlapController, TransitionsController],
  providers: [Overlaps, OverlapRepository, MemberSets, SegmentTransitions, TransitionsRepository],
  exports: [Overlaps, SegmentTransitions],
})
export class PerformanceModule {}
