/** `@AsSent()`: a property that stays as it came in the body. */

import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';

/**
 * class-transformer copies what is nested without some of its keys, and stumbles over one such as `constructor`, which
 * a rule may not have but a caller may send. Told that it is a boolean, it does not look inside.
 */
export const AsSent = () =>
  applyDecorators(
    Type(() => Boolean),
    Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key]),
  );
