/** All that a host may import, by name. */

export { type Actor, type Permission, permissions } from './access/actor.js';
export { Audit, type AuditedAct } from './access/audit/audit.service.js';
export type { AuditEntry } from './access/audit/audit-entry.js';
export { Authenticator, type Credential } from './access/authenticator.js';
export type { Page } from './access/page.js';
export { type Person, PersonalDataHolder } from './access/personal-data.js';
export { TenantDatabase } from './access/tenant-database.js';
export { type SettingsOfTenant, TenantSettings } from './access/tenant-settings.js';
export { type Account, Accounts } from './accounts/account.js';
export { AccountAuthenticator } from './accounts/account-authenticator.js';
export { AccountsModule } from './accounts/accounts.module.js';
export type { AccountsOptions, KeyOptions, PersonOptions } from './accounts/accounts.options.js';
export type { ApiKeyRow } from './accounts/api-key.entity.js';
export { ApiKeys, type MadeApiKey, type NewApiKey } from './accounts/api-keys.service.js';
export {
  Audience,
  type Preview,
  type PreviewRequest,
  type SampleMember,
} from './audience/audience.service.js';
export { type Breakdown, Breakdowns, type CountedGroup } from './audience/breakdown.service.js';
export type { ConditionCount } from './audience/condition-counts.js';
export type { Evidence, EvidenceRecord } from './audience/evidence.js';
export { Explain, type ExplainedNode, type Explanation } from './audience/explain.service.js';
export { type Impact, type ImpactRequest, Impacts, type Movement } from './audience/impact.service.js';
export type { NextChange } from './audience/next-change.js';
export type { ReachableCounts } from './audience/reachable-counts.js';
export { buildVocabulary } from './catalogue/build.js';
export { Catalogue } from './catalogue/catalogue.service.js';
export type {
  CatalogueDeclaration,
  CollectionDeclaration,
  DerivedDeclaration,
  FieldDeclaration,
  FieldDetails,
  Label,
  MetricDeclaration,
  OptionDeclaration,
  PathDeclaration,
  RecordDeclaration,
} from './catalogue/declaration.js';
export {
  engineMigrations,
  type MigrationSet,
  migrationClasses,
  type PendingMigration,
  pendingMigrations,
  revertLastMigration,
  runMigrations,
} from './command-line/migrations.js';
export type { PostgresOptions } from './command-line/own-connection.js';
export { provision, provisionPlan } from './command-line/provision.js';
export type { HostTables } from './command-line/roles.js';
export { writeSchemaDump } from './command-line/schema-dump.js';
export { type Addressee, Addressees } from './consent/addressees.js';
export { type BringIn, bringInConsents } from './consent/bring-in.js';
export type { Channel } from './consent/channels.js';
export type { GivenConsent } from './consent/consents.repository.js';
export { type ChannelConsent, Consents, type ConsentView } from './consent/consents.service.js';
export { type Contact, type Obstacle, Reachability } from './consent/reachability.js';
export type { NewSuppression, SuppressionRow } from './consent/suppressions.repository.js';
export { type SuppressionPage, Suppressions } from './consent/suppressions.service.js';
export {
  BulkValues,
  type RefusedValues,
  type ValuesOfRecord,
} from './custom-fields/bulk-values.service.js';
export {
  type ConversionReport,
  type ConversionRequest,
  CustomFieldConversion,
  type UnreadableValue,
} from './custom-fields/conversion.service.js';
export type { CustomFieldType } from './custom-fields/custom-field.entity.js';
export type { CustomFieldView } from './custom-fields/custom-field.view.js';
export {
  type ChangedCustomField,
  CustomFields,
  type NewCustomField,
} from './custom-fields/custom-fields.service.js';
export type { OptionInput } from './custom-fields/definition.js';
export type { UsingSegment } from './custom-fields/field-usage.js';
export {
  CustomFieldValues,
  type GivenValues,
  type RecordValues,
} from './custom-fields/values.service.js';
export { DomainError } from './errors.js';
export { type ExportedFile, Exports, type SegmentExport } from './members/export/exports.service.js';
export {
  type MemberImport,
  type MemberImportReport,
  MemberImports,
} from './members/import/member-import.service.js';
export { type Member, Members } from './members/members.service.js';
export { type Added, type AddRequest, type Pin, PinnedMembers } from './members/pinned-members.service.js';
export {
  type ComparedGroup,
  type Comparison,
  type ComparisonRequest,
  Comparisons,
} from './performance/comparison/comparison.service.js';
export type {
  ComparedNumbers,
  ComparedTrait,
  ComparedValue,
  ComparedValues,
  CountedShare,
  Effect,
  NumberSummary,
} from './performance/comparison/profile.js';
export type { CommonMembers } from './performance/in-common.js';
export {
  type LookalikeRequest,
  Lookalikes,
  type Saving,
} from './performance/lookalike/lookalike.service.js';
export type {
  Lookalike,
  LookalikePoint,
  LookalikeWeight,
  SavedLookalike,
} from './performance/lookalike/lookalike.view.js';
export {
  type Overlap,
  type OverlapPair,
  type OverlapRegion,
  type OverlapRequest,
  type OverlapSegment,
  Overlaps,
} from './performance/overlap/overlap.service.js';
export type { LeftOut } from './performance/traits/traits.js';
export {
  type Crossing,
  type MovedPeople,
  type MovedSegment,
  SegmentTransitions,
  type Transitions,
} from './performance/transitions/transitions.service.js';
export { type Erased, PersonalData, type PersonalDataView } from './personal-data/personal-data.service.js';
export { FullRefresh, type Started } from './refresh/full-refresh.service.js';
export type { RunRow } from './refresh/run.entity.js';
export type { Derivation, PlainClock, SqlClock } from './rule-language/derivation.js';
export type { Subject } from './rule-language/field.js';
export type { Finding } from './rule-language/lint.js';
export type { Rule } from './rule-language/rule.js';
export { SegmentationModule } from './segmentation.module.js';
export type { Port, SegmentationOptions } from './segmentation.options.js';
export { type EditedNode, RuleEdits, type RuleNodes } from './segments/rule-edits.service.js';
export type { ChangedSegment, NewSegment, SegmentView, Use } from './segments/segment.view.js';
export { SegmentList, type SegmentListRequest } from './segments/segment-list.service.js';
export { SegmentUsage } from './segments/segment-usage.js';
export {
  SegmentVersions,
  type VersionSummary,
  type VersionView,
} from './segments/segment-versions.service.js';
export { Segments } from './segments/segments.service.js';
export { type FromTemplate, SegmentTemplates } from './segments/templates/segment-templates.service.js';
export type { SegmentTemplate, TemplateParameter } from './segments/templates/template.js';
export type { TemplateView } from './segments/templates/template.view.js';
