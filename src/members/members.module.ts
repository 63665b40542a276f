/** Who is in. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { SegmentsModule } from '../segments/segments.module.js';
import { Differences } from './differences.repository.js';
import { ColumnMapsController } from './export/column-maps.controller.js';
import { ColumnMapsRepository } from './export/column-maps.repository.js';
import { ColumnMaps } from './export/column-maps.service.js';
import { ExportController } from './export/export.controller.js';
import { ExportPlans } from './export/export-plan.js';
import { ExportsRepository } from './export/exports.repository.js';
import { Exports } from './export/exports.service.js';
import { MemberImportController } from './import/member-import.controller.js';
import { MemberImportRepository } from './import/member-import.repository.js';
import { MemberImports } from './import/member-import.service.js';
import { Ledger } from './ledger.repository.js';
import { MembersController } from './members.controller.js';
import { Members } from './members.service.js';
import { MembershipData } from './membership-data.js';
import { PinnedMembersController } from './pinned-members.controller.js';
import { PinnedMembers } from './pinned-members.service.js';
import { Pinning } from './pinning.service.js';
import { PinsRepository } from './pins.repository.js';
import { Readers } from './readers.repository.js';
import { SubjectStays } from './subject-stays.repository.js';

@Module({
  imports: [AuditModule, ConsentModule, SegmentsModule],
  controllers: [
    MembersController,
    PinnedMembersController,
    MemberImportController,
    ExportController,
    ColumnMapsController,
  ],
  providers: [
    Members,
    PinnedMembers,
    Pinning,
    Differences,
    Readers,
    Ledger,
    PinsRepository,
    Exports,
    ExportPlans,
    ExportsRepository,
    ColumnMaps,
    ColumnMapsRepository,
    MemberImports,
    MemberImportRepository,
    SubjectStays,
    MembershipData,
  ],
  exports: [
    Members,
    PinnedMembers,
    Differences,
    Ledger,
    Readers,
    PinsRepository,
    Exports,
    ColumnMaps,
    MemberImports,
    SubjectStays,
    MembershipData,
  ],
})
export class MembersModule {}
