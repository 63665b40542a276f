/** `@SortedBy(keys, '-created_at')`: the parameter `sort` of a list, one of the names that it can be sorted by. */

import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven } from './if-given.decorator.js';

export interface Sort<Key extends string = string> {
  readonly by: Key;
  readonly descending: boolean;
}

/** A minus before a key: the greatest first. */
export type SortName<Key extends string> = Key | `-${Key}`;

export function SortedBy<Key extends string>(keys: readonly Key[], otherwise: SortName<Key>) {
  const names = keys.flatMap((key) => [key, `-${key}`]);
  const description = 'A minus: the greatest first';
  return applyDecorators(
    ApiPropertyOptional({ enum: names, default: otherwise, description }),
    IfGiven(),
    IsIn(names),
  );
}

export const sortOf = <Key extends string>(name: SortName<Key>): Sort<Key> => ({
  by: name.replace(/^-/, '') as Key,
  descending: name.startsWith('-'),
});
