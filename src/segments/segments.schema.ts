/** A segment as the documentation describes it. */

import { count, id, instant, list, object, oneOf, orNull, problems, rule, text } from '../access/schemas.js';
import { segmentStatuses, segmentTypes } from './segment.entity.js';
import { segmentHealths } from './segment.view.js';

/** Numbers, texts and lists of texts, by name. */
export const parameterValues = { type: 'object', additionalProperties: true } as const;

/** What each change of makes a version. */
export const definitionProperties = {
  name: text,
  description: orNull(text),
  category: orNull(text),
  tags: list(text),
  folder: orNull(text),
  owner: orNull(text),
  type: oneOf(...segmentTypes),
  schedule: text,
  rules: orNull(rule),
};

export const segmentSchema = object({
  id,
  ...definitionProperties,
  subject: text,
  template: orNull(object({ id: text, parameters: parameterValues })),
  status: oneOf(...segmentStatuses),
  health: oneOf(...segmentHealths),
  problems,
  words: orNull(text),
  version: count,
  member_count: orNull(count),
  last_calculated_at: orNull(instant),
  last_updated_at: orNull(instant),
  times_used: count,
  last_used_at: orNull(instant),
  created_at: instant,
  created_by: text,
  updated_at: instant,
  updated_by: text,
});

/** What relies on a segment. */
/** What rests on a segment; of segments with their status. */
export const usedBy = object({ kind: text, id: text, name: text }, { status: oneOf(...segmentStatuses) });

export const usageSchema = object({
  items: list(usedBy),
});
