/** How answers are described: objects with nothing left out, texts that may be null, lists, pages. */

import type { AnswerSchema } from './answers.decorator.js';

type Properties = Record<string, AnswerSchema>;

/** Every property is there, and no other; but for those that may be missing. */
export const object = (properties: Properties, optional: Properties = {}): AnswerSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional } as never,
  additionalProperties: false,
});

export const list = (items: AnswerSchema): AnswerSchema => ({ type: 'array', items: items as never });

/** A list of values must name null among them. */
export const orNull = (schema: AnswerSchema): AnswerSchema => {
  const values = 'enum' in schema && schema.enum ? { enum: [...schema.enum, null] } : {};
  return { ...schema, ...values, nullable: true } as AnswerSchema;
};

export const oneOf = (...values: readonly string[]): AnswerSchema => ({ type: 'string', enum: [...values] });

export const text: AnswerSchema = { type: 'string' };
export const flag: AnswerSchema = { type: 'boolean' };
export const number: AnswerSchema = { type: 'number' };
export const count: AnswerSchema = { type: 'integer', minimum: 0 };
export const id: AnswerSchema = { type: 'string', format: 'uuid' };
export const instant: AnswerSchema = { type: 'string', format: 'date-time' };
export const day: AnswerSchema = { type: 'string', format: 'date' };

/** A rule document; what it may be is told in the documentation of the language. */
export const rule: AnswerSchema = {
  type: 'object',
  additionalProperties: true,
  example: { field: 'country', operator: 'equals', value: 'DE' },
};

/** One page of a list; `next_cursor` leads to the next. */
export const page = (items: AnswerSchema): AnswerSchema =>
  object({ items: list(items), total: count, next_cursor: orNull(text) });

export const problems: AnswerSchema = list(object({ path: text, code: text, message: text }));
