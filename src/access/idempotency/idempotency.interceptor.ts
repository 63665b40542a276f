/** Carries out a write once that is sent twice with one Idempotency-Key, and answers the second time what it did the first. */

import { createHash, randomUUID } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { InvalidRequestError } from '../access.errors.js';
import { actorOf } from '../current-actor.decorator.js';
import { changesState } from '../same-origin.js';
import { fileOf, type UploadedFile } from '../uploaded-file.js';
import { AnswerNotKeptError, IdempotencyKeyReusedError, RequestInFlightError } from './idempotency.errors.js';
import { type EarlierRequest, IdempotencyRepository, type KeyedRequest } from './idempotency.repository.js';
import { type Repeating, repeatingKey } from './idempotent.decorator.js';

type RawRequest = Request & { readonly rawBody?: Buffer };

/** `request` is of what is known before the file of the request has come, `whole` of the file as well. */
interface AskedRequest extends KeyedRequest {
  whole(): Promise<Buffer>;
}

/** Longer answers are not kept. */
const longestBody = 64 * 1024;
/** Well within a claim's lease, in milliseconds. */
const heartbeat = 20_000;

@Injectable()
export class Idempotency implements NestInterceptor {
  private readonly logger = new Logger('nest-segments');

  constructor(
    private readonly reflector: Reflector,
    private readonly requests: IdempotencyRepository,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RawRequest>();
    const key = request.headers['idempotency-key'];
    const repeating =
      this.reflector.get<Repeating | undefined>(repeatingKey, context.getHandler()) ?? 'answered-again';
    if (key === undefined || !changesState(request) || repeating === 'carried-out-again')
      return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    const asked = keyed(request, String(key), fileOf(context));
    return from(this.once(asked, response, next, repeating));
  }

  private async once(
    request: AskedRequest,
    response: Response,
    next: CallHandler,
    repeating: Repeating,
  ): Promise<unknown> {
    const claim = randomUUID();
    const earlier = await this.requests.claim(request, claim);
    if (earlier) return answerAgain(earlier, request, response);
    const answer = await this.carryOut(request.tenant, claim, next);
    const body = repeating === 'refused' ? undefined : textOf(answer);
    // What was done was done: who asked is told, also where it cannot be written down for the next time.
    await this.attempt(async () => {
      const whole = await request.whole();
      await this.requests.finish(request.tenant, claim, whole, { status: response.statusCode, body });
    });
    return answer;
  }

  /** What is refused or fails has changed nothing: it may be sent again, and mended as well. */
  private async carryOut(tenant: string, claim: string, next: CallHandler): Promise<unknown> {
    const hold = () => this.attempt(() => this.requests.hold(tenant, claim));
    const holding = setInterval(() => void hold(), heartbeat);
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.attempt(() => this.requests.release(tenant, claim));
      throw error;
    } finally {
      clearInterval(holding);
    }
  }

  /** Where it fails, the claim ends with its lease. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(`An idempotency key could not be kept up to date: ${String(error)}`);
    }
  }
}

/** @throws InvalidRequestError for a key of another form than the header's */
function keyed(request: RawRequest, key: string, file: UploadedFile | undefined): AskedRequest {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = 'a key has 1 to 255 characters of ASCII, without spaces';
    throw new InvalidRequestError([{ path: 'Idempotency-Key', code: 'request.idempotency-key', message }]);
  }
  const { tenant, id } = actorOf(request);
  const asked = createHash('sha256').update(`${request.method} ${request.originalUrl}\n`);
  asked.update(request.rawBody ?? '');
  const whole = async (): Promise<Buffer> =>
    (file ? asked.copy().update(await file.digest()) : asked.copy()).digest();
  return { tenant, actor: id, key: digest(key), request: asked.copy().digest(), whole };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

async function answerAgain(
  earlier: EarlierRequest,
  asked: AskedRequest,
  response: Response,
): Promise<unknown> {
  // Until it has ended, nobody knows all of what the first one brings.
  const request = earlier.status === null ? asked.request : await asked.whole();
  if (!earlier.request.equals(request)) throw new IdempotencyKeyReusedError();
  if (earlier.status === null) throw new RequestInFlightError();
  if (!earlier.body_kept) throw new AnswerNotKeptError();
  response.status(earlier.status).setHeader('Idempotency-Replayed', 'true');
  return earlier.body === null ? undefined : JSON.parse(earlier.body);
}

/** Null for no body; undefined for one that is not kept. */
function textOf(answer: unknown): string | null | undefined {
  if (answer === undefined) return null;
  if (answer instanceof StreamableFile) return undefined;
  const text = JSON.stringify(answer);
  return Buffer.byteLength(text) <= longestBody ? text : undefined;
}
