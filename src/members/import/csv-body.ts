/** The CSV file of a request, while it arrives: the body itself, or the first file of a multipart form. */

import { PassThrough, type Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { ImportBodyError, ImportTooLargeError } from './member-import.errors.js';

/** Bytes of one file. */
export const largestFile = 64 * 1024 * 1024;

/** Throws ImportBodyError and ImportTooLargeError while it is read. */
export async function* csvBody(request: Request): AsyncGenerator<Uint8Array> {
  if (request.is('text/csv')) yield* bounded(request);
  else if (request.is('multipart/form-data')) yield* bounded(fileOf(request));
  else throw new ImportBodyError();
}

function fileOf(request: Request): Readable {
  const file = new PassThrough();
  const form = busboy({ headers: request.headers, limits: { files: 1 } });
  let found = false;
  form.on('file', (_name, content) => {
    found = true;
    content.on('error', (error) => file.destroy(error)).pipe(file);
  });
  form.on('error', (error: Error) => file.destroy(error));
  form.on('close', () => {
    if (!found) file.destroy(new ImportBodyError());
  });
  // Whoever goes away in the midst of it leaves the form unfinished.
  request.on('aborted', () => file.destroy(new Error('the connection was lost')));
  request.pipe(form);
  return file;
}

async function* bounded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.byteLength;
    if (read > largestFile) throw new ImportTooLargeError(largestFile);
    yield piece;
  }
}
