/** The CRM's commands: sample data and imports. */

import type { INestApplicationContext } from '@nestjs/common';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { DataSource } from 'typeorm';
import { type Actor, BulkValues, CustomFields, permissions, TenantDatabase } from '../index.js';
import { firstTenantIn } from './first-tenant.js';
import type { CustomFieldsRequest } from './import/custom-fields/custom-import.js';
import type { PlannedField } from './import/custom-fields/planned-fields.js';
import { type ImportReport, importFile } from './import/import-file.js';
import { readImportMap } from './import/import-map.js';
import { type ImportTargetName, importTargets } from './import/targets.js';
import { seedSample } from './sample/seed-sample.js';

/** What a command runs in; closed when the command ends. */
type Connect = () => Promise<Application>;
type Application = Pick<INestApplicationContext, 'get' | 'close'>;

interface SeedOptions {
  readonly seed: number;
  readonly asOf?: Date;
  readonly timeZone: string;
  readonly add?: true;
}

interface ImportOptions {
  readonly tenant?: number;
  readonly map?: string;
  readonly refused?: string;
  readonly custom?: true;
  readonly allOrNothing?: true;
}

/** Adds seed and import. */
export function registerCrmCommands(program: Command, connect: Connect): void {
  registerSeed(program, connect);
  registerImport(program, connect);
}

function registerSeed(program: Command, connect: Connect): void {
  program
    .command('seed')
    .description('fill an empty CRM with a sample: a restaurant, a car dealer and an agency')
    .argument('<contacts>', 'how many contacts, in all three together', wholeNumber)
    .option('--seed <number>', 'another number, another sample', wholeNumber, 1)
    .option('--as-of <instant>', 'when the sample ends, such as 2026-03-01T12:00:00Z; now if absent', instant)
    .addOption(timeZone)
    .option('--add', 'also when there are contacts already')
    .action((contacts: number, options: SeedOptions) =>
      within(connect, (application) => seed(application.get(DataSource), contacts, options)),
    );
}

function registerImport(program: Command, connect: Connect): void {
  program
    .command('import')
    .description(
      'bring in a CSV file (also .gz); what is there already, by external_id, is brought up to date',
    )
    .addArgument(kindOfRows)
    .argument('<file>')
    .option('--tenant <id>', 'whose records they are; the first tenant’s if absent', wholeNumber)
    .option('--map <file>', 'JSON that says which column goes where, and how it is written')
    .option(
      '--refused <file>',
      'where to list what is refused; <file>.refused.csv, beside the file, if absent',
    )
    .option(
      '--custom',
      'put columns that go nowhere else into custom fields, of contacts and companies: those that are there, else new ones, typed by what the file holds',
    )
    .option('--all-or-nothing', 'keep nothing if any row or value is refused')
    .action((target: ImportTargetName, file: string, options: ImportOptions) =>
      within(connect, (application) => importRows(application, target, file, options)),
    );
}

const kindOfRows = new Argument('<kind>', 'what the rows are').choices(Object.keys(importTargets));

const timeZone = new Option('--time-zone <zone>', 'of tenants that are made')
  .env('TENANT_TIME_ZONE')
  .default('Europe/Berlin')
  .argParser((text: string) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    } catch {
      throw new InvalidArgumentError('Use a name such as Europe/Berlin.');
    }
  });

async function within(connect: Connect, work: (application: Application) => Promise<void>): Promise<void> {
  const application = await connect();
  try {
    await work(application);
  } finally {
    await application.close();
  }
}

async function seed(dataSource: DataSource, contacts: number, options: SeedOptions): Promise<void> {
  const { seed, asOf, timeZone: zone, add } = options;
  const started = Date.now();
  await seedSample(dataSource, {
    contacts,
    seed,
    zone,
    ...(asOf && { asOf }),
    ...(add && { add }),
    onProgress: (done) => console.error(`${number(done)} of ${number(contacts)} contacts`),
  });
  console.log(`Made ${number(contacts)} contacts and what they did, in ${seconds(started)}.`);
}

async function importRows(
  application: Application,
  target: ImportTargetName,
  file: string,
  { tenant, map, refused, custom, allOrNothing }: ImportOptions,
): Promise<void> {
  const started = Date.now();
  const dataSource = application.get(DataSource);
  const tenantId = tenant ?? (await firstTenantIn(dataSource));
  const report = await importFile(dataSource, {
    target,
    file,
    tenantId,
    onProgress: ({ rows, refused: bad }) => console.error(`${number(rows)} rows, ${number(bad)} refused`),
    ...(map !== undefined && { map: await readImportMap(map) }),
    ...(refused !== undefined && { refusedFile: refused }),
    ...(custom && { custom: customFieldsBy(application, tenantId) }),
    ...(allOrNothing && { allOrNothing }),
  });
  for (const line of summaryOf(report)) console.log(line);
  console.error(`In ${seconds(started)}.`);
  if (report.stopped || report.undone) process.exitCode = 1;
}

const customFieldsBy = (application: Application, tenantId: number): CustomFieldsRequest => ({
  actor: commandLineOf(tenantId),
  database: application.get(TenantDatabase),
  fields: application.get(CustomFields),
  values: application.get(BulkValues),
  onPlan: (fields) => {
    for (const field of fields) console.log(sayField(field));
  },
});

const commandLineOf = (tenantId: number): Actor => ({
  id: 'command line',
  name: 'command line',
  tenant: String(tenantId),
  permissions: new Set(permissions),
});

const sayField = ({ key, label, type, isNew, values }: PlannedField): string =>
  `custom.${key} (${type}, ${isNew ? 'new' : 'there already'}): ${count(values, 'value')} of the column "${label}".`;

/** What became of a file, a sentence each. */
export function summaryOf(report: ImportReport): string[] {
  const { rows, inserted, updated, replaced, refused, refusedFile, ignoredColumns, stopped, undone } = report;
  const { customFields, values, refusedValues } = report;
  const same = rows - inserted - updated - replaced - refused;
  const kept = [
    `${number(inserted)} new, ${number(updated)} changed, ${number(same)} as before`,
    ...(replaced > 0 ? [`${number(replaced)} replaced by a later line`] : []),
  ].join(', ');
  return [
    `${number(rows)} rows: ${undone ? 'nothing was kept' : kept}, ${number(refused)} refused.`,
    ...(customFields.length > 0
      ? [`${count(values, 'value')} in custom fields, ${number(refusedValues)} refused.`]
      : []),
    ...(refused + refusedValues > 0
      ? [`What was refused is listed in ${refusedFile}, each with its line and reason.`]
      : []),
    ...(ignoredColumns.length > 0 ? [`Columns that go nowhere: ${ignoredColumns.join(', ')}.`] : []),
    ...(stopped
      ? [`The file could not be read to its end: ${stopped}.${undone ? '' : ' What came before was taken.'}`]
      : []),
  ];
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use a whole number.');
}

function instant(text: string): Date {
  const date = new Date(text);
  if (/(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError('Use an instant with its offset, such as 2026-03-01T12:00:00Z.');
}

const count = (many: number, things: string): string => `${number(many)} ${things}${many === 1 ? '' : 's'}`;
const number = (count: number): string => count.toLocaleString('en');
const seconds = (started: number): string => `${((Date.now() - started) / 1000).toFixed(1)} s`;
