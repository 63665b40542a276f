/** Look-alikes as the documentation describes them, and what they can be asked. */

import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsString,
  Max,
  Min,
} from 'class-validator';
import { InvalidRequestError } from '../../access/access.errors.js';
import { IfGiven } from '../../access/if-given.decorator.js';
import { count, flag, id, list, number, object, oneOf, orNull, text } from '../../access/schemas.js';
import { SegmentName } from '../../segments/segment-name.decorator.js';
import { mostTraits } from '../traits/traits.js';
import { leftOutSchema } from '../traits/traits.schema.js';
import { mostSimilar, type Saving } from './lookalike.service.js';
import { weightKinds } from './weight-words.js';

export class LookalikeDto {
  @ApiPropertyOptional({
    type: [String],
    description:
      'Fields, metrics and paths to go by; if not given, all but identifying and sensitive ones and those that the segment’s own rule asks about',
    example: ['city', 'total_spend', 'last_order_at'],
  })
  @IfGiven()
  @IsArray()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostTraits)
  fields?: string[];

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 200,
    description: 'Make a static segment of this name of the most similar (permission `segments:write`)',
    example: 'Like our regulars',
  })
  @IfGiven()
  @SegmentName()
  name?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: mostSimilar,
    description: 'With `name`: how many of the most similar; all, where there are not so many',
    example: 500,
  })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(mostSimilar)
  size?: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'With `name`, instead of `size`: all who are at least so similar',
  })
  @IfGiven()
  @IsNumber()
  @Min(0)
  @Max(1)
  threshold?: number;
}

/** @throws InvalidRequestError for a name without a cut, or with two, and for a cut without a name */
export function savingOf({ name, size, threshold }: LookalikeDto): Saving | undefined {
  if (name === undefined) {
    if (size === undefined && threshold === undefined) return undefined;
    throw refused('name', 'Say what the segment that is to be made is called.');
  }
  if (size !== undefined && threshold !== undefined)
    throw refused('threshold', 'Send either `size` or `threshold`.');
  if (size !== undefined) return { name, cut: { size } };
  if (threshold !== undefined) return { name, cut: { threshold } };
  throw refused('size', 'Say how many are to be in the segment (`size`), or how similar (`threshold`).');
}

const refused = (path: string, message: string): InvalidRequestError =>
  new InvalidRequestError([{ path, code: 'request.lookalike', message }]);

const weight = object({
  field: text,
  label: text,
  kind: oneOf(...weightKinds),
  value: orNull(text),
  weight: number,
  per: orNull(number),
  words: text,
});

export const lookalikeSchema = object({
  segment_id: id,
  name: text,
  learned_from: object({ members: count, others: count, held_out: count }),
  auc: number,
  auc_low: number,
  auc_high: number,
  informative: flag,
  weights: list(weight),
  curve: list(object({ similarity: number, reach: count, members: count })),
  left_out: leftOutSchema,
  saved: orNull(object({ segment_id: id, name: text, member_count: count })),
});
