/** `@Answers(200, schema, { 404: ['segment.not-found'] })`: what a route answers, and every problem it may answer with. */

import { STATUS_CODES } from 'node:http';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiResponse, type ApiResponseSchemaHost } from '@nestjs/swagger';
import { exampleOf } from './examples.js';

export type AnswerSchema = ApiResponseSchemaHost['schema'];

/** Problem codes by their status. */
export type ProblemCodes = Readonly<Record<number, readonly string[]>>;

/** `others`: what it may answer instead of JSON, by media type. */
export function Answers(
  status: number,
  schema: AnswerSchema | undefined,
  problems: ProblemCodes = {},
  others: Readonly<Record<string, AnswerSchema>> = {},
) {
  const bodies = Object.entries({ ...(schema && { 'application/json': schema }), ...others });
  const content = Object.fromEntries(
    bodies.map(([type, schema]) => [type, { schema, example: exampleOf(schema ?? {}) }]),
  );
  return applyDecorators(
    ApiResponse({ status, description: STATUS_CODES[status] ?? '', ...(bodies.length > 0 && { content }) }),
    SetMetadata(problemsKey, problems),
  );
}

/** Another success, beside the usual one. */
export const AnswersAlso = (status: number, description: string, schema: AnswerSchema) =>
  ApiResponse({
    status,
    description,
    content: { 'application/json': { schema, example: exampleOf(schema ?? {}) } },
  });

/** A route's own problems; those of every route join them when the controller is documented. */
export const problemsKey = Symbol('nest-segments: problems of a route');
