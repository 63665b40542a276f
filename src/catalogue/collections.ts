/** The paths and collections of a record: from an entity's relations and from what is declared. */

import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Collection, RecordType, Step, ToOne } from '../rule-language/field.js';
import type { CollectionDeclaration, PathDeclaration } from './declaration.js';
import type { Draft } from './draft.js';
import type { EntityRelation } from './entity-columns.js';
import { CatalogueError } from './errors.js';
import { labelled } from './labels.js';

/** All records on their way into the vocabulary, and what ties them. */
export interface Relations {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly names: ReadonlyMap<EntityTarget<ObjectLiteral>, string>;
  /** The junction tables of many-to-many relations, as records without fields. */
  readonly junctions: Map<string, RecordType>;
}

/** Fills in the paths and collections of a record. */
export function buildCollections(draft: Draft, relations: Relations): void {
  for (const name of namesIn(draft.declaration.paths, draft.entity?.toOne)) path(draft, name, relations);
  for (const name of namesIn(draft.declaration.collections, draft.entity?.toMany))
    collection(draft, name, relations, []);
}

const namesIn = (
  declared: Readonly<Record<string, unknown>> | undefined,
  related: ReadonlyMap<string, EntityRelation> | undefined,
): string[] =>
  [...new Set([...(related?.keys() ?? []), ...Object.keys(declared ?? {})])].filter(
    (name) => declared?.[name] !== false,
  );

function path(draft: Draft, name: string, relations: Relations): ToOne | undefined {
  const known = draft.record.paths.get(name);
  if (known) return known;
  const declared: PathDeclaration | undefined = draft.declaration.paths?.[name] || undefined;
  const related = draft.entity?.toOne.get(name);
  const target = declared?.to ?? (related && relations.names.get(related.target));
  if (target === undefined && !declared) return undefined;
  const on = declared?.on ?? related?.on;
  const where = `path “${draft.name}.${name}”`;
  if (target === undefined || !relations.drafts.has(target))
    throw new CatalogueError(where, `say in \`to\` which declared record it leads to.`);
  if (!on) throw new CatalogueError(where, 'say in `on` which columns join.');
  const made = { name, ...labelled(declared?.label, name), target, on };
  draft.record.paths.set(name, made);
  return made;
}

function collection(
  draft: Draft,
  name: string,
  relations: Relations,
  pending: readonly string[],
): Collection | undefined {
  const known = draft.record.collections.get(name);
  if (known) return known;
  const place = `${draft.name}.${name}`;
  if (pending.includes(place)) throw new CatalogueError(`collection “${place}”`, 'it goes through itself.');
  const declared: CollectionDeclaration = draft.declaration.collections?.[name] || {};
  const related = draft.entity?.toMany.get(name);
  const steps = declared.through
    ? through(draft, declared.through, relations, [...pending, place])
    : directly(draft, name, declared, related, relations);
  if (!steps) return undefined;
  const made: Collection = {
    name,
    ...labelled(declared.label, name),
    steps: withOwn(steps, declared),
    ...(declared.owned && { owned: true }),
  };
  draft.record.collections.set(name, made);
  return made;
}

/** What is declared of a collection holds of its own records, which are those of the last step. */
function withOwn(steps: readonly Step[], { time, future, filter }: CollectionDeclaration): Step[] {
  const last = steps.at(-1);
  if (!last) return [];
  return [
    ...steps.slice(0, -1),
    {
      ...last,
      ...(time !== undefined && { time }),
      ...(future !== undefined && { future }),
      ...(filter && {
        filter: last.filter ? { match: 'all' as const, rules: [last.filter, filter] } : filter,
      }),
    },
  ];
}

function directly(
  draft: Draft,
  name: string,
  declared: CollectionDeclaration,
  related: EntityRelation | undefined,
  relations: Relations,
): Step[] | undefined {
  const target = declared.of ?? (related && relations.names.get(related.target));
  if (target === undefined && draft.declaration.collections?.[name] === undefined) return undefined;
  const where = `collection “${draft.name}.${name}”`;
  if (target === undefined || !relations.drafts.has(target))
    throw new CatalogueError(where, 'say in `of` which declared record it holds, or what it goes `through`.');
  const on = declared.on ?? related?.on;
  if (!on) throw new CatalogueError(where, 'say in `on` which columns join.');
  if (!related?.junction || declared.on) return [{ target, on }];
  const junction = junctionRecord(`${draft.name}.${name}`, related.junction);
  relations.junctions.set(junction.name, junction);
  return [
    { target: junction.name, on: related.junction.on },
    { target, on },
  ];
}

function junctionRecord(name: string, junction: NonNullable<EntityRelation['junction']>): RecordType {
  const [first, second] = junction.table.split('.');
  return {
    name,
    ...labelled(undefined, name),
    table: second === undefined ? { name: first ?? '' } : { schema: first ?? '', name: second },
    key: junction.key.map((column) => ({ column, type: 'text' as const })),
    fields: new Map(),
    paths: new Map(),
    collections: new Map(),
  };
}

/** Along collections and paths of each other's records. */
function through(
  draft: Draft,
  names: readonly string[],
  relations: Relations,
  pending: readonly string[],
): Step[] {
  const steps: Step[] = [];
  let here = draft;
  for (const name of names) {
    const next = stepsTo(here, name, relations, pending);
    steps.push(...next);
    const reached = relations.drafts.get(next.at(-1)?.target ?? '');
    if (!reached) throw new CatalogueError(`collection “${pending.at(-1)}”`, `“${name}” leads nowhere.`);
    here = reached;
  }
  return steps;
}

function stepsTo(
  draft: Draft,
  name: string,
  relations: Relations,
  pending: readonly string[],
): readonly Step[] {
  const isPath = draft.declaration.paths?.[name] || draft.entity?.toOne.has(name);
  const found = isPath ? path(draft, name, relations) : undefined;
  if (found) return [{ target: found.target, on: found.on }];
  const inner = collection(draft, name, relations, pending);
  if (!inner)
    throw new CatalogueError(
      `collection “${pending.at(-1)}”`,
      `“${draft.name}” has no collection or path “${name}” to go through.`,
    );
  return inner.steps;
}
