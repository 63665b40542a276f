/** Describes every problem that the routes of a controller may answer with, and the headers that they read. */

import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { type AnswerSchema, type ProblemCodes, problemsKey } from './answers.decorator.js';
import { problemExamples } from './examples.js';
import { type Repeating, repeatingKey } from './idempotency/idempotent.decorator.js';

/** Of every route behind the guard. */
const everywhere: ProblemCodes = {
  400: ['request.malformed'],
  401: ['access.unauthenticated'],
  403: ['access.forbidden'],
  404: ['workspace.not-found'],
  413: ['request.too-large'],
  415: ['request.unsupported-media-type'],
  429: ['access.too-many-attempts'],
  500: ['internal'],
  503: ['database.unavailable'],
};

/** Of whatever takes a body, a query or an Idempotency-Key. */
const ofChecked: ProblemCodes = { 400: ['request.invalid'] };

/** Of whatever is no GET. */
const ofChanges: ProblemCodes = { 403: ['access.foreign-origin'] };

/** Of whatever an Idempotency-Key keeps from being carried out twice. */
const ofWrites: ProblemCodes = {
  409: ['request.in-flight', 'request.answer-not-kept'],
  422: ['request.idempotency-key-reused'],
};

const descriptions: Readonly<Record<Repeating, string>> = {
  'answered-again':
    'Sent twice within 24 hours, a request with this key is carried out once; the second time the first answer comes again, with `Idempotency-Replayed: true`. Answers of more than 64 KiB are not kept.',
  refused:
    'Sent twice within 24 hours, a request with this key is carried out once. Its answer is not kept: the second time is refused.',
  'carried-out-again': '',
};

/** A decorator of the class: it runs after those of its methods. */
export function documentProblems({ prototype }: { readonly prototype: object }): void {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const route = Object.getOwnPropertyDescriptor(prototype, name);
    const method: RequestMethod | undefined = route && Reflect.getMetadata(METHOD_METADATA, route.value);
    if (!route || method === undefined) continue;
    const repeating: Repeating = Reflect.getMetadata(repeatingKey, route.value) ?? 'answered-again';
    const writes = method !== RequestMethod.GET && repeating !== 'carried-out-again';
    const own: ProblemCodes = Reflect.getMetadata(problemsKey, route.value) ?? {};
    const codes = together(
      everywhere,
      writes || isChecked(prototype, name) ? ofChecked : {},
      method === RequestMethod.GET ? {} : ofChanges,
      writes ? ofWrites : {},
      own,
    );
    for (const [status, of] of codes) problemAnswer(status, of)(prototype, name, route);
    if (writes) idempotencyHeader(repeating)(prototype, name, route);
    if (readsVersion(prototype, name)) versionHeader(prototype, name, route);
  }
}

/** Whether a class says what its query or its body may be. */
function isChecked(prototype: object, name: string): boolean {
  const checked = [RouteParamtypes.QUERY, RouteParamtypes.BODY].map(String);
  return argumentsOf(prototype, name).some(({ kind }) => checked.includes(kind));
}

const readsVersion = (prototype: object, name: string): boolean =>
  argumentsOf(prototype, name).some(
    ({ kind, data }) => kind === String(RouteParamtypes.HEADERS) && data === 'if-match',
  );

/** What Nest hands to the method of a route: of a header, `data` is its name. */
function argumentsOf(prototype: object, name: string): { readonly kind: string; readonly data: unknown }[] {
  const known: Readonly<Record<string, { readonly data?: unknown }>> =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, name) ?? {};
  return Object.entries(known).map(([key, { data }]) => ({ kind: key.split(':')[0] ?? '', data }));
}

function together(...parts: readonly ProblemCodes[]): Map<number, string[]> {
  const codes = new Map<number, string[]>();
  for (const part of parts)
    for (const [status, of] of Object.entries(part))
      codes.set(Number(status), [...(codes.get(Number(status)) ?? []), ...of]);
  return codes;
}

const idempotencyHeader = (repeating: Repeating) =>
  ApiHeader({
    name: 'Idempotency-Key',
    description: descriptions[repeating],
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 255, example: '01890a5d-ac96-774b-bcce-b302099a8057' },
  });

const versionHeader = ApiHeader({
  name: 'If-Match',
  description: 'The version that was read, in the place of `version` in the body',
  required: false,
  schema: { type: 'string', example: '"1"' },
});

const problemAnswer = (status: number, codes: readonly string[]) =>
  ApiResponse({
    status,
    description: codes.join(', '),
    content: {
      'application/problem+json': {
        schema: problemSchema(status, codes),
        examples: problemExamples(status, codes),
      },
    },
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
