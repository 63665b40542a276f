/** Reads AdminJS's forms: named texts, no files, no more than a record can need. */

import type { NextFunction, Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { RefusedFormError } from './back-office.errors.js';

const megabyte = 1024 * 1024;
const largest = 2 * megabyte;
const fields = multer({
  limits: { fields: 1000, fieldNameSize: 200, fieldSize: megabyte, parts: 1000 },
}).none();

/** Says its size beforehand, or is refused before a byte of it is read. */
export const forms: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST' || isEmpty(request)) return next();
  const size = Number(request.headers['content-length'] ?? Number.NaN);
  if (!(size <= largest)) return refuse(response, next, new RefusedFormError(413));
  if (!request.is('multipart/form-data')) return refuse(response, next, new RefusedFormError(415));
  fields(request, response, (error: unknown) => next(error && new RefusedFormError(400)));
};

const isEmpty = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;

/** The rest of the body is not read, so the connection cannot be used again. */
function refuse(response: Response, next: NextFunction, error: Error): void {
  response.setHeader('Connection', 'close');
  next(error);
}

/** Flat and textual; a name that would reach into an object's prototype is left out. */
export function textsOf(entries: Iterable<[string, unknown]>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of entries) {
    if (typeof value === 'string' && !/__proto__|constructor|prototype/.test(name)) texts[name] = value;
  }
  return texts;
}
