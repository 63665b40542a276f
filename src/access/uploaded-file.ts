/**
 * The file that a request brings, read while it arrives. What has come is digested, so that a request that is sent again
 * can be told from another with the same key.
 */

import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

type Read = (request: Request) => AsyncIterable<Uint8Array>;

export class UploadedFile implements AsyncIterable<Uint8Array> {
  private readonly hash = createHash('sha256');

  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.bytes) {
      this.hash.update(piece);
      yield piece;
    }
  }

  /** Of the whole file: what of it was not read is read for that. */
  async digest(): Promise<Buffer> {
    for await (const _ of this);
    return this.hash.copy().digest();
  }
}

const readKey = Symbol('nest-segments: how the file of a request is read');
const files = new WeakMap<Request, UploadedFile>();

/** A route that takes a file: `read` gives its bytes, without what the request wraps around them. */
export const TakesFile = (read: Read) => SetMetadata(readKey, read);

export const takesFile = (context: ExecutionContext): boolean =>
  Reflect.hasMetadata(readKey, context.getHandler());

/** Undefined on a route that takes none. */
export function fileOf(context: ExecutionContext): UploadedFile | undefined {
  const read: Read | undefined = Reflect.getMetadata(readKey, context.getHandler());
  if (!read) return undefined;
  const request = context.switchToHttp().getRequest<Request>();
  const file = files.get(request) ?? new UploadedFile(read(request));
  files.set(request, file);
  return file;
}

/** The file, as a parameter of such a route. */
export const TakenFile = createParamDecorator((_: unknown, context: ExecutionContext) => fileOf(context));
