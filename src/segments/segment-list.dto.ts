/** What the list of segments can be asked. */

import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, Min } from 'class-validator';
import { IfGiven } from '../access/if-given.decorator.js';
import { SortedBy, type SortName, sortOf } from '../access/sorted-by.decorator.js';
import { asOf } from './as-of.js';
import { PlainText } from './plain-text.decorator.js';
import { segmentStatuses, segmentTypes } from './segment.entity.js';
import { type SegmentView, segmentHealths } from './segment.view.js';
import { type SortKey, sortKeys } from './segment-list.repository.js';
import type { SegmentListRequest } from './segment-list.service.js';

/** `?tag=a&tag=b`, as well as `?tag=a`. */
const Several = () =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? value : [value],
  );

export class ListSegmentsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @IsString()
  cursor?: string;

  @SortedBy(sortKeys, '-created_at')
  sort: SortName<SortKey> = '-created_at';

  @ApiPropertyOptional({ enum: ['json', 'csv'], description: '`csv`, or `Accept: text/csv`: all as a file' })
  @IfGiven()
  @IsIn(['json', 'csv'])
  format?: string;

  @ApiPropertyOptional({ example: 'contact' })
  @IfGiven()
  @PlainText(200)
  subject?: string;

  @ApiPropertyOptional({ enum: [...segmentTypes], isArray: true })
  @IfGiven()
  @Several()
  @IsIn(segmentTypes, { each: true })
  type?: string[];

  @ApiPropertyOptional({
    enum: [...segmentStatuses],
    isArray: true,
    description: 'All but archived, if not given',
  })
  @IfGiven()
  @Several()
  @IsIn(segmentStatuses, { each: true })
  status?: string[];

  @ApiPropertyOptional({ enum: [...segmentHealths] })
  @IfGiven()
  @IsIn(segmentHealths)
  health?: SegmentView['health'];

  @ApiPropertyOptional({ type: [String], description: 'Any of these' })
  @IfGiven()
  @Several()
  @PlainText(100, { each: true })
  tag?: string[];

  @ApiPropertyOptional()
  @IfGiven()
  @PlainText(200)
  category?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @PlainText(200)
  folder?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @PlainText(200)
  owner?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @PlainText(200)
  created_by?: string;

  @ApiPropertyOptional({ description: 'Created at this instant or later', example: '2026-03-01T00:00:00Z' })
  @IfGiven()
  @IsString()
  created_from?: string;

  @ApiPropertyOptional({ description: 'Created before this instant' })
  @IfGiven()
  @IsString()
  created_until?: string;

  @ApiPropertyOptional({
    description:
      'A field that their rules speak of, also by way of a metric: as rules name it (`city`, `company.industry`), or with its record before it (`order.status`)',
    example: 'city',
  })
  @IfGiven()
  @PlainText(400)
  field?: string;

  @ApiPropertyOptional({ description: 'Found in the name, the description or a tag' })
  @IfGiven()
  @PlainText(200)
  q?: string;
}

/** @throws AsOfInvalidError where a time is none */
export function requestOf({
  sort,
  created_from,
  created_until,
  ...query
}: ListSegmentsQuery): SegmentListRequest {
  const instant = (text: string | undefined) => (text === undefined ? undefined : asOf(text).toString());
  return {
    ...query,
    created_from: instant(created_from),
    created_until: instant(created_until),
    sort: sortOf(sort),
  };
}
