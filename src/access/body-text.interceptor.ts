/** Refuses bodies that are not read at all, and those that JSON.parse would have quietly made something else of, such as one with a key twice. */

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { parseJson } from '../rule-language/parse.js';
import { MalformedTextError, UnsupportedMediaTypeError } from './access.errors.js';
import { takesFile } from './uploaded-file.js';

type RawRequest = Request & { readonly rawBody?: Buffer };

@Injectable()
export class BodyText implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RawRequest>();
    if (hasBody(request) && !takesFile(context)) check(request);
    return next.handle();
  }
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * @throws UnsupportedMediaTypeError of a body that nothing would read; Error where the application keeps no raw bodies: they
 * cannot be checked for keys given twice
 */
function check({ body, rawBody: raw }: RawRequest): void {
  if (body === undefined) throw new UnsupportedMediaTypeError();
  if (!raw)
    throw new Error(
      'Create the Nest application with `rawBody: true`: bodies are checked as they were written.',
    );
  const parsed = parseJson(raw.toString('utf8'));
  if (!parsed.ok) throw new MalformedTextError(parsed.problems);
}
