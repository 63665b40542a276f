/** `@SegmentName()`: 1 to 200 characters, not only blanks, none that control; in NFC, so that one name is not two. */

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';

export const SegmentName = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.normalize('NFC') : value,
    ),
    Matches(/^(?=.*\S)\P{Cc}{1,200}$/u, {
      message: 'a name is a text of 1 to 200 characters, not blank and without control characters',
    }),
  );
