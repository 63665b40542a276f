/** What any error looks like to a caller: a problem document (RFC 9457) with a stable code. */

import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError } from '../errors.js';
import { DatabaseUnavailableError, isLostDatabase } from './lost-database.js';

export interface ProblemDocument {
  /** `about:blank`: the title is the status's phrase, and `code` says which problem it is. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly problems?: readonly unknown[];
  /** With an unexpected error: what it is called in the log. */
  readonly instance?: string;
}

/** Nest and Express say a status only. */
const codesByStatus: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  401: 'access.unauthenticated',
  403: 'access.forbidden',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  406: 'request.not-acceptable',
  408: 'request.timeout',
  409: 'request.conflict',
  413: 'request.too-large',
  415: 'request.unsupported-media-type',
  422: 'request.invalid',
  429: 'request.too-many',
  503: 'unavailable',
};

/** What body-parser says is for its developers; this is for the caller. */
const detailsOfBodies: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'entity.too.large': 'The body is larger than this server takes.',
  'encoding.unsupported': 'The body is compressed in a way this server does not read.',
  'charset.unsupported': 'The body must be UTF-8.',
  'request.aborted': 'The body did not arrive whole.',
};

/** Undefined for an error that nobody foresaw; what is in it is not for the caller. */
export function problemOf(error: unknown): ProblemDocument | undefined {
  if (isLostDatabase(error)) return problemOf(new DatabaseUnavailableError());
  if (error instanceof DomainError && error.status !== 500) {
    const problems = 'problems' in error && Array.isArray(error.problems) ? { problems: error.problems } : {};
    return document(error.status, error.code, error.message, problems);
  }
  if (error instanceof HttpException) return ofHttp(error.getStatus(), error);
  if (isHttpError(error) && error.expose) return ofHttp(error.status, error);
  return undefined;
}

/** The details of an unexpected error are in the log only, under this id. */
export const unexpected = (id: string): ProblemDocument =>
  document(500, 'internal', 'Something went wrong on the server. Its log has more under the id given here.', {
    instance: `urn:uuid:${id}`,
  });

function ofHttp(status: number, error: Error): ProblemDocument | undefined {
  if (status === 500) return undefined;
  const detail = detailsOfBodies[bodyFault(error) ?? ''] ?? error.message;
  return document(status, codesByStatus[status] ?? `http.${status}`, detail);
}

function bodyFault(error: Error): string | undefined {
  const source = error instanceof HttpException ? error.cause : error;
  return isHttpError(source) ? source.type : undefined;
}

const document = (
  status: number,
  code: string,
  detail: string,
  more: Partial<ProblemDocument> = {},
): ProblemDocument => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  code,
  ...more,
});

/** As the `http-errors` package makes them, for Express and body-parser. */
interface HttpError extends Error {
  readonly status: number;
  readonly expose: boolean;
  readonly type?: string;
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && 'expose' in error;
