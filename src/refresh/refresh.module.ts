/** From audience to members. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { AudienceModule } from '../audience/audience.module.js';
import { MembersModule } from '../members/members.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { Calculation } from './calculation.service.js';
import { ClockModule } from './clock/clock.module.js';
import { Failpoints, NoFailpoints } from './failpoints.js';
import { FullRefresh } from './full-refresh.service.js';
import { Batch } from './incremental/batch.service.js';
import { BatchWriter } from './incremental/batch-writer.service.js';
import { Crossover } from './incremental/crossover.service.js';
import { DirtRepository } from './incremental/dirt.repository.js';
import { DirtIntake } from './incremental/dirt-intake.service.js';
import { FusedDifferences } from './incremental/fused-differences.service.js';
import { IncrementalRefresh } from './incremental/incremental-refresh.service.js';
import { KeptSegmentsRepository } from './incremental/kept-segments.repository.js';
import { KeptSegments } from './incremental/kept-segments.service.js';
import { RefreshController } from './refresh.controller.js';
import { RunsRepository } from './runs.repository.js';

@Module({
  imports: [AuditModule, SegmentsModule, MembersModule, AudienceModule, ClockModule],
  controllers: [RefreshController],
  providers: [
    FullRefresh,
    Calculation,
    RunsRepository,
    IncrementalRefresh,
    Batch,
    BatchWriter,
    Crossover,
    DirtIntake,
    DirtRepository,
    FusedDifferences,
    KeptSegments,
    KeptSegmentsRepository,
    { provide: Failpoints, useClass: NoFailpoints },
  ],
  exports: [FullRefresh, IncrementalRefresh],
})
export class RefreshModule {}
