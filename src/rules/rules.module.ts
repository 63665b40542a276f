/** A segment's rule node by node. */

import { Module } from '@nestjs/common';
import { SegmentRulesRepository } from './segment-rules.repository.js';

@Module({ providers: [SegmentRulesRepository], exports: [SegmentRulesRepository] })
export class RulesModule {}
