/** Previews and explanations as the documentation describes them. */

import type { AnswerSchema } from '../access/answers.decorator.js';
import { count, flag, instant, list, number, object, oneOf, orNull, text } from '../access/schemas.js';
import { causes } from '../members/ledger.repository.js';
import { pinKinds } from '../members/pins.repository.js';
import { fieldTypes } from '../rule-language/field-type.js';
import { lintCodes, severities } from '../rule-language/lint.js';
import { usedBy } from '../segments/segments.schema.js';

const person = { member_id: text, external_id: orNull(text), display: orNull(text) };

const conditionCount = object({
  path: text,
  alone: orNull(count),
  so_far: orNull(count),
  without: orNull(count),
  timed_out: flag,
});

const finding = object({
  code: oneOf(...lintCodes),
  severity: oneOf(...severities),
  path: text,
  with: list(text),
  message: text,
});

export const previewSchema = object(
  { count, estimated: flag, share: number, words: text, lint: list(finding) },
  {
    count_low: count,
    count_high: count,
    sample: list(object(person)),
    conditions: list(conditionCount),
    reachable: object({}, { email: orNull(count), sms: orNull(count) }),
  },
);

export const externalIdsSchema: AnswerSchema = {
  type: 'string',
  description: 'With `ids=true`: an external id a line, as JSON',
  pattern: '^((".*"|null)\\n)*$',
  example: '"guest-1"\n"guest-2"\n',
};

const evidence = object({
  record: text,
  records: list(
    object({ id: text, fields: { type: 'object', additionalProperties: orNull(text) as never } }),
  ),
});

export const explanationSchema = object({
  ...person,
  matches: flag,
  is_member: flag,
  added_at: orNull(instant),
  cause: orNull(oneOf(...causes)),
  pin: orNull(
    object({ kind: oneOf(...pinKinds), pinned_at: instant, pinned_by: text, reason: orNull(text) }),
  ),
  nodes: list(object({ path: text, words: text, matches: flag }, { value: orNull(text), evidence })),
  next_change: orNull(object({ at: orNull(instant), certain_until: instant })),
});

const counted = { count, share: number };

export const breakdownSchema = object({
  field: text,
  type: oneOf(...fieldTypes),
  total: count,
  groups: list(object({ value: orNull(text), ...counted }, { until: orNull(text) })),
  other: object({ values: count, ...counted }),
  missing: object(counted),
});

const movement = object({ count, sample: list(object(person)) });

export const impactSchema = object({
  words: text,
  member_count: count,
  new_count: count,
  joining: movement,
  leaving: movement,
  more_than_halved: flag,
  used_by: list(usedBy),
});
