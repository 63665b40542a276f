/** How segments do beside each other. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { AudienceModule } from '../audience/audience.module.js';
import { MembersModule } from '../members/members.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { ComparisonController } from './comparison/comparison.controller.js';
import { Comparisons } from './comparison/comparison.service.js';
import { LookalikeController } from './lookalike/lookalike.controller.js';
import { Lookalikes } from './lookalike/lookalike.service.js';
import { LookalikeSegments } from './lookalike/lookalike-segments.service.js';
import { MemberSets } from './overlap/member-sets.js';
import { OverlapController } from './overlap/overlap.controller.js';
import { OverlapRepository } from './overlap/overlap.repository.js';
import { Overlaps } from './overlap/overlap.service.js';
import { TraitReader } from './traits/trait-reader.js';
import { TransitionsController } from './transitions/transitions.controller.js';
import { TransitionsRepository } from './transitions/transitions.repository.js';
import { SegmentTransitions } from './transitions/transitions.service.js';

@Module({
  imports: [AuditModule, SegmentsModule, MembersModule, AudienceModule],
  controllers: [OverlapController, TransitionsController, ComparisonController, LookalikeController],
  providers: [
    Overlaps,
    OverlapRepository,
    MemberSets,
    SegmentTransitions,
    TransitionsRepository,
    Comparisons,
    Lookalikes,
    LookalikeSegments,
    TraitReader,
  ],
  exports: [Overlaps, SegmentTransitions, Comparisons, Lookalikes],
})
export class PerformanceModule {}
