/** What a segment is. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { DefinitionStore } from './definition-store.js';
import { Definitions } from './definitions.service.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DueSegments } from './due.repository.js';
import { DatabaseClock, EngineClock } from './engine-clock.js';
import { RuleEditsController } from './rule-edits.controller.js';
import { RuleEdits } from './rule-edits.service.js';
import { RuleReader } from './rule-reader.js';
import { SegmentCopies } from './segment-copies.service.js';
import { SegmentDependencies } from './segment-dependencies.service.js';
import { SegmentLifeController } from './segment-life.controller.js';
import { SegmentLife } from './segment-life.service.js';
import { SegmentListController } from './segment-list.controller.js';
import { SegmentListRepository } from './segment-list.repository.js';
import { SegmentList } from './segment-list.service.js';
import { SegmentVersionsController } from './segment-versions.controller.js';
import { SegmentVersions } from './segment-versions.service.js';
import { SegmentViews } from './segment-views.service.js';
import { SegmentsController } from './segments.controller.js';
import { SegmentsRepository } from './segments.repository.js';
import { Segments } from './segments.service.js';
import { SegmentTemplatesController } from './templates/segment-templates.controller.js';
import { SegmentTemplates } from './templates/segment-templates.service.js';
import { TemplateInstances } from './templates/template-instances.js';
import { TemplatedRules } from './templates/templated-rules.js';
import { TemplatesRepository } from './templates/templates.repository.js';
import { Templates } from './templates/templates.service.js';
import { TenantClocks } from './tenant-clocks.repository.js';
import { VersionsRepository } from './versions.repository.js';

@Module({
  imports: [AuditModule, RulesModule],
  controllers: [
    SegmentTemplatesController,
    SegmentListController,
    SegmentsController,
    SegmentLifeController,
    SegmentVersionsController,
    RuleEditsController,
  ],
  providers: [
    Segments,
    SegmentList,
    SegmentLife,
    SegmentCopies,
    SegmentViews,
    SegmentVersions,
    RuleEdits,
    SegmentDependencies,
    Definitions,
    DefinitionStore,
    RuleReader,
    SegmentsRepository,
    SegmentListRepository,
    VersionsRepository,
    DependenciesRepository,
    SegmentTemplates,
    Templates,
    TemplatedRules,
    TemplateInstances,
    TemplatesRepository,
    DueSegments,
    TenantClocks,
    { provide: EngineClock, useClass: DatabaseClock },
  ],
  exports: [
    Segments,
    SegmentTemplates,
    SegmentList,
    SegmentVersions,
    RuleEdits,
    Definitions,
    SegmentsRepository,
    SegmentDependencies,
    RuleReader,
    RulesModule,
    DueSegments,
    EngineClock,
    TenantClocks,
  ],
})
export class SegmentsModule {}
