/** `@Answers(200, schema, { 404: ['segment.not-found'] })`: what a route answers, and every problem it may answer with. */

import { STATUS_CODES } from 'node:http';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse, type ApiResponseSchemaHost } from '@nestjs/swagger';

export type AnswerSchema = ApiResponseSchemaHost['schema'];

/** Problem codes by their status. */
export type ProblemCodes = Readonly<Record<number, readonly string[]>>;

/** Of every route behind the guard. */
const everywhere: ProblemCodes = {
  400: ['request.malformed', 'request.invalid'],
  401: ['access.unauthenticated'],
  403: ['access.forbidden', 'access.foreign-origin'],
  413: ['request.too-large'],
  415: ['request.unsupported-media-type'],
  429: ['access.too-many-attempts'],
  500: ['internal'],
  503: ['database.unavailable'],
};

/** `others`: what it may answer instead of JSON, by media type. */
export function Answers(
  status: number,
  schema: AnswerSchema | undefined,
  problems: ProblemCodes = {},
  others: Readonly<Record<string, AnswerSchema>> = {},
) {
  const bodies = Object.entries({ ...(schema && { 'application/json': schema }), ...others });
  const content = Object.fromEntries(bodies.map(([type, schema]) => [type, { schema }]));
  const statuses = new Set([...Object.keys(everywhere), ...Object.keys(problems)].map(Number));
  return applyDecorators(
    ApiResponse({ status, description: STATUS_CODES[status] ?? '', ...(bodies.length > 0 && { content }) }),
    ...[...statuses].map((bad) => problemAnswer(bad, [...(everywhere[bad] ?? []), ...(problems[bad] ?? [])])),
  );
}

const problemAnswer = (status: number, codes: readonly string[]) =>
  ApiResponse({
    status,
    description: codes.join(', '),
    content: { 'application/problem+json': { schema: problemSchema(status, codes) } },
  });

const text = { type: 'string' } as const;

/** A problem document (RFC 9457). */
const problemSchema = (status: number, codes: readonly string[]): AnswerSchema => ({
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer', enum: [status] },
    detail: { type: 'string', description: 'What happened, and what to do about it' },
    code: { type: 'string', enum: [...codes] },
    problems: {
      type: 'array',
      description: 'Everything that is wrong, by its path; or the segments that are in the way',
      items: { type: 'object', additionalProperties: text },
    },
    instance: { type: 'string', description: 'With `internal`: what the error is called in the log' },
  },
  additionalProperties: false,
});
