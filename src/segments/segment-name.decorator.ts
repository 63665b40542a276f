/** `@SegmentName()`: 1 to 200 characters, not only blanks; in NFC, so that one name is not two. */

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';

export const SegmentName = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.normalize('NFC') : value,
    ),
    Matches(/^(?=.*\S).{1,200}$/su, { message: 'a name is a text of 1 to 200 characters that is not blank' }),
  );
