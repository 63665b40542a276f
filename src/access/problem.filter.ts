/** Answers every error of a route with a problem document; unforeseen ones are logged and not shown. */

import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { type ProblemDocument, problemOf, unexpected } from './problem.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('nest-segments');

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getResponse<Response>());
  }

  /** Also what fails after its route has returned, such as a stream. */
  answer(error: unknown, response: Response): void {
    const problem = problemOf(error) ?? this.record(error);
    // A stream that breaks half-way cannot become another answer; cut off, nobody takes it for whole.
    if (response.headersSent) response.destroy();
    else response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private record(error: unknown): ProblemDocument {
    const id = randomUUID();
    this.logger.error(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return unexpected(id);
  }
}
