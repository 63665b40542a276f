/** Who is in. */

import { Module } from '@nestjs/common';
import { SegmentsModule } from '../segments/segments.module.js';
import { Ledger } from './ledger.repository.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';

@Module({
  imports: [SegmentsModule],
  controllers: [MembersController],
  providers: [Members, Ledger],
  exports: [Members, Ledger],
})
export class MembersModule {}
