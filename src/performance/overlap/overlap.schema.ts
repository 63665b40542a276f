/** Overlap as the documentation describes it, and what it can be asked. */

import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsUUID, Max, Min } from 'class-validator';
import { IfGiven } from '../../access/if-given.decorator.js';
import { count, id, list, number, object, orNull, rule, text } from '../../access/schemas.js';
import { WithCommas } from '../with-commas.decorator.js';

/** Beside the one that is asked about. */
const mostOthers = 49;

export class OverlapQuery {
  @ApiPropertyOptional({
    type: String,
    description: `Ids of up to ${mostOthers} other segments of the same subject, with commas between; the largest, if not given`,
    example: '01890a5d-ac96-774b-bcce-b302099a8057',
  })
  @IfGiven()
  @WithCommas()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(mostOthers)
  with?: string[];

  @ApiPropertyOptional({
    type: 'integer',
    description: 'How many of the largest others, where none are named',
    default: 9,
    minimum: 1,
    maximum: mostOthers,
  })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(mostOthers)
  limit = 9;
}

export const overlapSchema = object({
  subject: text,
  segments: list(object({ segment_id: id, name: text, member_count: count })),
  pairs: list(
    object({
      a: id,
      b: id,
      intersection: count,
      union: count,
      jaccard: number,
      share_of_a: number,
      share_of_b: number,
    }),
  ),
  regions: orNull(list(object({ in: list(id), count, share: number, rules: rule }))),
});
