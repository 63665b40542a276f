/** `@AsSent()`: a property that stays as it came in the body. */

import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';

const asSentKey = Symbol('nest-segments: stays as it was sent');

/** @param prototype of a class of bodies */
export const isAsSent = (prototype: object, property: string): boolean =>
  Reflect.hasMetadata(asSentKey, prototype, property);

/**
 * class-transformer copies what is nested without some of its keys, and stumbles over one such as `constructor`, which
 * a rule may not have but a caller may send. Told that it is a boolean, it does not look inside.
 */
export const AsSent = () =>
  applyDecorators(
    (target: object, key: string | symbol) => Reflect.defineMetadata(asSentKey, true, target, key),
    Type(() => Boolean),
    Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key]),
  );
