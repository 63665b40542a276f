/** What a segment is. */

import { Module } from '@nestjs/common';
import { RuleReader } from './rule-reader.js';
import { SegmentsController } from './segments.controller.js';
import { SegmentsRepository } from './segments.repository.js';
import { Segments } from './segments.service.js';

@Module({
  controllers: [SegmentsController],
  providers: [Segments, SegmentsRepository, RuleReader],
  exports: [Segments, SegmentsRepository, RuleReader],
})
export class SegmentsModule {}
