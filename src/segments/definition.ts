/** Definitions of segments as they come to be: new, edited, of another type; and where two of them differ. */

import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { Rule } from '../rule-language/rule.js';
import { sameRule } from '../rules/same-rule.js';
import type { SegmentDefinition, SegmentRow, SegmentType } from './segment.entity.js';
import type { ChangedSegment, NewSegment } from './segment.view.js';
import { type PartProblem, SegmentPartsError } from './segments.errors.js';

export const definitionParts = [
  'name',
  'description',
  'category',
  'tags',
  'folder',
  'owner',
  'type',
  'schedule',
  'rules',
] as const satisfies readonly (keyof SegmentDefinition)[];
export type DefinitionPart = (typeof definitionParts)[number];

export const changedParts = (before: SegmentDefinition, after: SegmentDefinition): DefinitionPart[] =>
  definitionParts.filter((part) => !isDeepStrictEqual(before[part], after[part]));

/** Version 1 of a segment. @throws SegmentPartsError */
export function newSegment(input: NewSegment, rules: Rule | null, actor: Actor): SegmentRow {
  const { type = 'dynamic', schedule } = input;
  const now = new Date();
  return {
    id: uuid(),
    tenant_id: actor.tenant,
    name: input.name,
    description: input.description ?? null,
    category: input.category ?? null,
    tags: input.tags ?? [],
    folder: input.folder ?? null,
    owner: input.owner ?? actor.name,
    subject: input.subject,
    type,
    status: 'active',
    status_before: null,
    schedule: scheduleOf(type, schedule, undefined),
    rules,
    template: input.template ?? null,
    version: 1,
    // Nobody has been added to a static one yet; of the others, it is not known.
    member_count: type === 'static' ? 0 : null,
    last_calculated_at: null,
    last_updated_at: null,
    times_used: 0,
    last_used_at: null,
    created_at: now,
    created_by: actor.name,
    updated_at: now,
    updated_by: actor.name,
  };
}

/** As it is wanted, still at its version. @throws SegmentPartsError */
export function merged(row: SegmentRow, input: ChangedSegment, rules: Rule | null): SegmentRow {
  const type = input.type ?? row.type;
  const given = <Part extends 'description' | 'category' | 'folder' | 'owner'>(
    part: Part,
  ): SegmentRow[Part] => (input[part] === undefined ? row[part] : input[part]);
  return {
    ...row,
    name: input.name ?? row.name,
    description: given('description'),
    category: given('category'),
    tags: input.tags ?? row.tags,
    folder: given('folder'),
    owner: given('owner'),
    type,
    schedule: scheduleOf(type, input.schedule, row),
    rules,
    template: sameRule(row.rules, rules) ? row.template : null,
  };
}

export const nextVersion = (row: SegmentRow, actor: Actor): SegmentRow => ({
  ...row,
  version: row.version + 1,
  updated_at: new Date(),
  updated_by: actor.name,
});

/** Nothing is calculated of a static segment, so that none but `manual` would be true of it. */
function scheduleOf(type: SegmentType, asked: string | undefined, before: SegmentRow | undefined): string {
  if (type !== 'static') return asked ?? (before && before.type !== 'static' ? before.schedule : 'live');
  if (asked === undefined || asked === 'manual') return 'manual';
  throw new SegmentPartsError([
    part('schedule', 'A static segment is not calculated: leave its schedule out.'),
  ]);
}

/** The document to read as the rule, if there is one. @throws SegmentPartsError where the type asks for another answer */
export function documentFor(type: SegmentType, sent: unknown): { readonly rules: unknown } | undefined {
  const given = sent !== undefined && sent !== null;
  if (type === 'static' && given)
    throw new SegmentPartsError([
      part('rules', 'A static segment has no rule: leave it out, or make it hybrid.'),
    ]);
  if (type !== 'static' && !given)
    throw new SegmentPartsError([part('rules', `A ${type} segment needs a rule: send one as “rules”.`)]);
  return given ? { rules: sent } : undefined;
}

const part = (path: DefinitionPart, message: string): PartProblem => ({
  path,
  code: 'segment.parts',
  message,
});
