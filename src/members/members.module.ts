/** Who is in. */

import { Module } from '@nestjs/common';
import { SegmentsModule } from '../segments/segments.module.js';
import { Ledger } from './ledger.repository.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';
import { PinnedMembersController } from './pinned-members.controller.js';
import { PinnedMembers } from './pinned-members.service.js';
import { Pinning } from './pinning.service.js';
import { PinsRepository } from './pins.repository.js';

@Module({
  imports: [SegmentsModule],
  controllers: [MembersController, PinnedMembersController],
  providers: [Members, PinnedMembers, Pinning, Ledger, PinsRepository],
  exports: [Members, PinnedMembers, Ledger, PinsRepository],
})
export class MembersModule {}
