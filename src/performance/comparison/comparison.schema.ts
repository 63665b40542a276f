/** Comparisons as the documentation describes them, and what they can be asked. */

import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsNotEmpty, IsString, IsUUID } from 'class-validator';
import { type AnswerSchema } from '../../access/answers.decorator.js';
import { IfGiven } from '../../access/if-given.decorator.js';
import { count, flag, id, list, number, object, oneOf, orNull, text } from '../../access/schemas.js';
import { effectMeasures, magnitudes } from '../statistics/effects.js';
import { mostTraits } from '../traits/traits.js';
import { leftOutSchema } from '../traits/traits.schema.js';
import { WithCommas } from '../with-commas.decorator.js';

export class ComparisonQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Another segment of the same subject; everyone else, if not given',
  })
  @IfGiven()
  @IsUUID('all')
  with?: string;

  @ApiPropertyOptional({
    type: String,
    description:
      'Fields, metrics and paths, with commas between; all but identifying and sensitive ones, if not given',
    example: 'city,total_spend,company.industry',
  })
  @IfGiven()
  @WithCommas()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @ArrayMaxSize(mostTraits)
  fields?: string[];
}

const effect = object({
  measure: oneOf(...effectMeasures),
  value: number,
  magnitude: oneOf(...magnitudes),
  p: orNull(number),
  adjusted_p: orNull(number),
  significant: flag,
});
const share = object({ count, share: number });
const known = { known: share };
const value = object({ value: text, a: share, b: share, effect });

/** Numbers and days have a mean, a median and one effect; anything else is compared value by value. */
const trait: AnswerSchema = object(
  {
    field: text,
    label: text,
    kind: oneOf('numbers', 'days_ago', 'values'),
    a: object(known, { mean: orNull(number), median: orNull(number) }),
    b: object(known, { mean: orNull(number), median: orNull(number) }),
  },
  { effect, values: list(value) },
);

const group = object({
  segment_id: orNull(id),
  name: orNull(text),
  member_count: count,
  sampled: count,
});

export const comparisonSchema = object({
  subject: text,
  a: group,
  b: group,
  intersection: count,
  union: count,
  jaccard: number,
  share_of_a: number,
  share_of_b: number,
  traits: list(trait),
  left_out: leftOutSchema,
});
