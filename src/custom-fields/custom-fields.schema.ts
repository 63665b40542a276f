/** Custom fields and their values as the documentation describes them. */

import type { AnswerSchema } from '../access/answers.decorator.js';
import { count, flag, id, instant, list, object, oneOf, orNull, text } from '../access/schemas.js';
import { customFieldTypes } from './custom-field.entity.js';

/** A text, number, boolean or list of texts, or null. */
const value: AnswerSchema = {
  anyOf: [
    { type: 'string', nullable: true },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: { type: 'string' } },
  ],
  example: 'vegan',
};

export const customFieldSchema = object({
  id,
  subject: text,
  key: text,
  field: text,
  label: text,
  type: oneOf(...customFieldTypes),
  options: list(object({ value: text, label: text, archived: flag })),
  required: flag,
  default: value,
  archived_at: orNull(instant),
  version: count,
  created_at: instant,
  created_by: text,
  updated_at: instant,
  updated_by: text,
});

export const conversionSchema = object({
  field: customFieldSchema,
  converted: flag,
  total: count,
  readable: count,
  unreadable: count,
  unreadable_values: list(object({ id: text, value, message: text })),
  default_readable: flag,
  segments: list(object({ id, name: text })),
});

export const valuesSchema = object({
  subject: text,
  id: text,
  values: {
    type: 'object',
    additionalProperties: value as never,
    example: { dietary: ['vegan'], lifetime_visits: 12, renewal: null },
  },
});
