/** `@VersionRead()`: the version that an edit was made from, where it stands in the body. */

import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from './if-given.decorator.js';

/** A column of type integer keeps them. */
const largestVersion = 2 ** 31 - 1;

export const isVersion = (version: number): boolean =>
  Number.isInteger(version) && version >= 1 && version <= largestVersion;

export const VersionRead = (description = 'The version that was read; or send it as `If-Match`') =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', description, minimum: 1, example: 1 }),
    IfGiven(),
    IsInt(),
    Min(1),
    Max(largestVersion),
  );
