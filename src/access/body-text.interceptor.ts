/** Refuses bodies that JSON.parse would have quietly made something else of, such as one with a key twice. */

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { parseJson } from '../rule-language/parse.js';
import { MalformedTextError } from './access.errors.js';

@Injectable()
export class BodyText implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { rawBody?: Buffer }>();
    if (request.body !== undefined && hasBody(request)) check(request.rawBody);
    return next.handle();
  }
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** @throws Error where the application keeps no raw bodies: bodies cannot be checked for keys given twice */
function check(raw: Buffer | undefined): void {
  if (!raw)
    throw new Error(
      'Create the Nest application with `rawBody: true`: bodies are checked as they were written.',
    );
  const parsed = parseJson(raw.toString('utf8'));
  if (!parsed.ok) throw new MalformedTextError(parsed.problems);
}
