/** What a host may import is a promise: nothing appears in or leaves `src/index.ts` unless these lists say so too. */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import * as api from '../src/index.js';

/** Classes, functions and constants. */
const values = [
  'Breakdowns',
  'Impacts',
  'AccountAuthenticator',
  'AccountsModule',
  'Addressees',
  'ApiKeys',
  'Audience',
  'Audit',
  'Authenticator',
  'BulkValues',
  'Catalogue',
  'Consents',
  'CustomFieldConversion',
  'CustomFieldValues',
  'CustomFields',
  'DomainError',
  'Explain',
  'Exports',
  'FullRefresh',
  'MemberImports',
  'Members',
  'Overlaps',
  'PinnedMembers',
  'Reachability',
  'RuleEdits',
  'SegmentList',
  'SegmentTemplates',
  'SegmentTransitions',
  'SegmentUsage',
  'SegmentVersions',
  'PersonalData',
  'PersonalDataHolder',
  'SegmentationModule',
  'Segments',
  'Suppressions',
  'TenantDatabase',
  'TenantSettings',
  'bringInConsents',
  'buildVocabulary',
  'engineMigrations',
  'pendingMigrations',
  'permissions',
  'provision',
  'provisionPlan',
  'registerCommands',
  'revertLastMigration',
  'runMigrations',
  'writeSchemaDump',
];

/** Interfaces and types, which leave no trace at run time. */
const types: string[] = [
  'ReachableCounts',
  'NextChange',
  'Movement',
  'ImpactRequest',
  'Impact',
  'EvidenceRecord',
  'Evidence',
  'ConditionCount',
  'CountedGroup',
  'Breakdown',
  'BringIn',
  'SuppressionPage',
  'SuppressionRow',
  'NewSuppression',
  'Obstacle',
  'Contact',
  'ConsentView',
  'ChannelConsent',
  'GivenConsent',
  'Addressee',
  'AccountsOptions',
  'AddRequest',
  'Added',
  'Actor',
  'ApiKeyRow',
  'AuditEntry',
  'AuditedAct',
  'CatalogueDeclaration',
  'ChangedCustomField',
  'ChangedSegment',
  'Channel',
  'CollectionDeclaration',
  'CommandLine',
  'ConversionReport',
  'ConversionRequest',
  'Credential',
  'CustomFieldType',
  'CustomFieldView',
  'GivenValues',
  'NewCustomField',
  'OptionInput',
  'RecordValues',
  'RefusedValues',
  'UnreadableValue',
  'UsingSegment',
  'ValuesOfRecord',
  'Derivation',
  'DerivedDeclaration',
  'ExplainedNode',
  'Explanation',
  'ExportedFile',
  'FieldDeclaration',
  'FieldDetails',
  'Finding',
  'FromTemplate',
  'HostTables',
  'KeyOptions',
  'Label',
  'Member',
  'MemberImport',
  'MemberImportReport',
  'MadeApiKey',
  'MetricDeclaration',
  'MigrationSet',
  'NewApiKey',
  'NewSegment',
  'OptionDeclaration',
  'Common',
  'Overlap',
  'OverlapPair',
  'OverlapRegion',
  'OverlapRequest',
  'OverlapSegment',
  'Crossing',
  'MovedPeople',
  'MovedSegment',
  'Transitions',
  'Page',
  'PathDeclaration',
  'PendingMigration',
  'Permission',
  'Erased',
  'Person',
  'PersonOptions',
  'PersonalDataView',
  'Pin',
  'PlainClock',
  'Port',
  'PostgresOptions',
  'Preview',
  'PreviewRequest',
  'RecordDeclaration',
  'Rule',
  'RunRow',
  'SampleMember',
  'SegmentExport',
  'SegmentTemplate',
  'TemplateParameter',
  'TemplateView',
  'SegmentView',
  'SegmentationOptions',
  'SettingsOfTenant',
  'SqlClock',
  'Started',
  'Use',
  'EditedNode',
  'RuleNodes',
  'SegmentListRequest',
  'VersionSummary',
  'VersionView',
  'Subject',
];

interface Exported {
  readonly name: string;
  readonly isType: boolean;
}

async function exportsOf(path: string): Promise<Exported[]> {
  const text = await readFile(new URL(path, import.meta.url), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const names = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    if (!ts.isExportDeclaration(statement) || !names || !ts.isNamedExports(names)) {
      throw new Error(`${path} exports by name only, and declares nothing: ${statement.getText(source)}`);
    }
    return names.elements.map(({ name, isTypeOnly }) => ({
      name: name.text,
      isType: isTypeOnly || statement.isTypeOnly,
    }));
  });
}

describe('the public API', () => {
  it('exports these values', () => {
    expect(Object.keys(api).sort()).toEqual([...values].sort());
  });

  it('exports these types', async () => {
    const exported = await exportsOf('../src/index.ts');
    expect(
      exported
        .filter(({ isType }) => isType)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...types].sort());
  });

  it('says of each export whether it is a type', async () => {
    const exported = await exportsOf('../src/index.ts');
    const named = exported.filter(({ isType }) => !isType).map(({ name }) => name);
    expect(named.sort()).toEqual(Object.keys(api).sort());
  });
});
