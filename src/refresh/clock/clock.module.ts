/** Time that passes: whom it turns is looked at again. */

import { Module } from '@nestjs/common';
import { SegmentsModule } from '../../segments/segments.module.js';
import { ClockRefresh } from './clock-refresh.service.js';
import { CrossersRepository } from './crossers.repository.js';

@Module({
  imports: [SegmentsModule],
  providers: [ClockRefresh, CrossersRepository],
  exports: [ClockRefresh],
})
export class ClockModule {}
