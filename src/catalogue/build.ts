/** From a host's declaration to the vocabulary that rules are written in. */

import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { consentFields } from '../consent/consent-fields.js';
import type { RecordType, Subject, Table, Vocabulary } from '../rule-language/field.js';
import { buildCollections, type Relations } from './collections.js';
import type { CatalogueDeclaration, RecordDeclaration } from './declaration.js';
import type { Draft } from './draft.js';
import { describeEntity } from './entity-columns.js';
import { CatalogueError } from './errors.js';
import { buildFields } from './fields.js';
import { labelled, pluralsOf } from './labels.js';
import { buildMetrics } from './metrics.js';

/** The schema that holds the engine's own tables, and a ledger for each kind of subject. */
export const engineSchema = 'segmentation';
export const ledgerOf = (subject: string): Table => ({ schema: engineSchema, name: `${subject}_stays` });

/**
 * The vocabulary of a declaration.
 * @param dataSource whose metadata describes the entities; not needed for plain tables
 * @throws CatalogueError naming the place and what to change
 */
export function buildVocabulary(declaration: CatalogueDeclaration, dataSource?: DataSource): Vocabulary {
  const declared = Object.entries({ ...declaration.records, ...declaration.subjects });
  const drafts = new Map(declared.map(([name, record]) => [name, draftOf(name, record, dataSource)]));
  const names = namesOfEntities(drafts);
  for (const draft of drafts.values()) buildFields(draft);
  for (const name of Object.keys(declaration.subjects)) buildConsentFields(name, drafts);
  const relations: Relations = { drafts, names, junctions: new Map() };
  for (const draft of drafts.values()) buildCollections(draft, relations);
  buildMetrics(drafts);
  const records = new Map<string, RecordType>(relations.junctions);
  for (const { name, record } of drafts.values()) records.set(name, record);
  const subjects = new Map<string, Subject>();
  for (const name of Object.keys(declaration.subjects)) subjects.set(name, subjectOf(name, drafts));
  return { subjects, records };
}

/** Consent is kept beside the subjects' records; a field of the host's by the same name stands. */
function buildConsentFields(subject: string, drafts: ReadonlyMap<string, Draft>): void {
  const { record, declaration } = drafts.get(subject) ?? {};
  const [key] = record?.key ?? [];
  if (!record || !key || !declaration?.roles) return;
  for (const field of consentFields(subject, key, declaration.roles))
    if (!(field.name in (declaration.fields ?? {})) && !record.fields.has(field.name))
      record.fields.set(field.name, field);
}

function draftOf(name: string, declaration: RecordDeclaration, dataSource: DataSource | undefined): Draft {
  const { entity } = declaration;
  if (entity && !dataSource)
    throw new CatalogueError(`record “${name}”`, 'an entity needs the data source that knows it.');
  const described = entity && dataSource ? describeEntity(dataSource, entity) : undefined;
  const table = declaration.table ?? described?.table;
  if (table === undefined) throw new CatalogueError(`record “${name}”`, 'say its entity or its table.');
  const key = Object.entries(declaration.key ?? described?.key ?? {});
  if (key.length === 0) throw new CatalogueError(`record “${name}”`, 'say the columns of its key.');
  const { tenant, withDeleted } = declaration;
  // A view that is read instead of the entity's table decides itself what is there.
  const deletedAt = withDeleted || declaration.table !== undefined ? undefined : described?.deletedAt;
  return {
    name,
    declaration,
    entity: described,
    record: {
      name,
      ...labelled(declaration.label, name),
      ...(declaration.plural !== undefined && { plurals: pluralsOf(declaration.plural) }),
      table: tableOf(table),
      key: key.map(([column, type]) => ({ column, type })),
      ...(tenant !== 'shared' && { tenant }),
      ...(deletedAt !== undefined && { deletedAt }),
      fields: new Map(),
      paths: new Map(),
      collections: new Map(),
    },
  };
}

function tableOf(name: string): Table {
  const [first, second] = name.split('.');
  return second === undefined ? { name: first ?? '' } : { schema: first ?? '', name: second };
}

function namesOfEntities(drafts: ReadonlyMap<string, Draft>): Map<EntityTarget<ObjectLiteral>, string> {
  const names = new Map<EntityTarget<ObjectLiteral>, string>();
  for (const { name, entity } of drafts.values()) if (entity) names.set(entity.target, name);
  return names;
}

function subjectOf(name: string, drafts: ReadonlyMap<string, Draft>): Subject {
  const draft = drafts.get(name);
  const key = draft?.record.key[0];
  if (!draft || !key || draft.record.key.length > 1)
    throw new CatalogueError(`subject “${name}”`, 'the key of a subject is a single column.');
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name))
    throw new CatalogueError(`subject “${name}”`, 'name it with lower-case letters, digits and underscores.');
  const { externalId, display, roles } = draft.declaration;
  for (const field of [externalId, display])
    if (field !== undefined && !draft.record.fields.has(field))
      throw new CatalogueError(`subject “${name}”`, `it has no field “${field}”.`);
  return {
    name,
    record: draft.record,
    ...(externalId !== undefined && { externalId }),
    ...(display !== undefined && { display }),
    ...(roles && { roles }),
    ledger: ledgerOf(name),
  };
}
