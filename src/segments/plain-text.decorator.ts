/** `@PlainText(200)`: a text of at most so many characters; in NFC, so that one text is not two. */

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, type ValidationOptions } from 'class-validator';

const composed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(composed);
  return typeof value === 'string' ? value.normalize('NFC') : value;
};

/** Also of each text of a list, with `{ each: true }`. */
export const PlainText = (longest: number, options: ValidationOptions = {}) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => composed(value)),
    IsString(options),
    MaxLength(longest, options),
  );
