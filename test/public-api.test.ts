/** What a host may import is a promise: nothing appears in or leaves the package's faces unless these lists say so too. */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import * as admin from '../src/back-office/admin.js';
import * as cli from '../src/command-line/cli.js';
import * as api from '../src/index.js';

/** Classes, functions and constants. */
const values = [
  'Breakdowns',
  'Impacts',
  'AccountAuthenticator',
  'Accounts',
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
  'Comparisons',
  'Lookalikes',
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
  'migrationClasses',
  'pendingMigrations',
  'permissions',
  'provision',
  'provisionPlan',
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
  'Account',
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
  'Overlap',
  'OverlapPair',
  'OverlapRegion',
  'OverlapRequest',
  'OverlapSegment',
  'ComparedGroup',
  'Comparison',
  'ComparisonRequest',
  'ComparedNumbers',
  'ComparedTrait',
  'ComparedValue',
  'ComparedValues',
  'CountedShare',
  'Effect',
  'NumberSummary',
  'CommonMembers',
  'LeftOut',
  'Lookalike',
  'LookalikePoint',
  'LookalikeRequest',
  'LookalikeWeight',
  'SavedLookalike',
  'Saving',
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

interface Face {
  readonly path: string;
  readonly exported: object;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** Each by what a host imports. */
const faces: Readonly<Record<string, Face>> = {
  'nest-segments': { path: '../src/index.ts', exported: api, values, types },
  'nest-segments/admin': {
    path: '../src/back-office/admin.ts',
    exported: admin,
    values: ['BackOfficeModule'],
    types: ['BackOfficeOptions', 'Label', 'PropertyDetails', 'RecordDeclaration'],
  },
  'nest-segments/cli': {
    path: '../src/command-line/cli.ts',
    exported: cli,
    values: ['registerCommands', 'registerMigrate', 'runCommandLine'],
    types: ['CommandLine', 'CommandLineOptions'],
  },
};

describe.each(Object.entries(faces))('%s', (_, { path, exported, values, types }) => {
  it('exports these values', () => {
    expect(Object.keys(exported).sort()).toEqual([...values].sort());
  });

  it('exports these types, and says of each export whether it is one', async () => {
    const named = await exportsOf(path);
    const namesOf = (wanted: boolean) =>
      named.flatMap(({ name, isType }) => (isType === wanted ? [name] : [])).sort();
    expect(namesOf(true)).toEqual([...types].sort());
    expect(namesOf(false)).toEqual([...values].sort());
  });
});
