/** The bodies of the routes of segments. */

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  Allow,
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  ValidateIf,
} from 'class-validator';
import { AsSent } from '../access/as-sent.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';
import { VersionRead } from '../access/version-read.decorator.js';
import { PlainText } from './plain-text.decorator.js';
import { Schedule } from './schedule.js';
import { type SegmentType, segmentTypes } from './segment.entity.js';
import { SegmentName } from './segment-name.decorator.js';

const ruleExample = { field: 'country', operator: 'equals', value: 'DE' };
const ruleProperty = { description: 'A rule document', type: 'object', additionalProperties: true } as const;

class SegmentDetailsDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 2000 })
  @IsOptional()
  @PlainText(2000)
  description?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, example: 'behaviour' })
  @IsOptional()
  @PlainText(200)
  category?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: 50, example: ['spring', 'newsletter'] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @PlainText(100, { each: true })
  @Matches(/\S/u, { each: true, message: 'a tag is not blank' })
  tags?: string[];

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, example: 'Campaigns/Spring' })
  @IsOptional()
  @PlainText(200)
  folder?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 200,
    description: 'Who is in charge of it',
  })
  @IsOptional()
  @PlainText(200)
  owner?: string | null;

  @ApiPropertyOptional({ enum: [...segmentTypes], default: 'dynamic' })
  @IfGiven()
  @IsIn(segmentTypes)
  type?: SegmentType;

  @ApiPropertyOptional({
    description: '`live`, `manual`, `daily HH:MM`, or `cron` and five fields; in the tenant’s zone',
    default: 'live',
    example: 'daily 06:30',
  })
  @IfGiven()
  @Schedule()
  schedule?: string;
}

export class CreateSegmentDto extends SegmentDetailsDto {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Guests in Germany' })
  @SegmentName()
  name!: string;

  @ApiProperty({ example: 'contact' })
  @IsString()
  @IsNotEmpty()
  subject!: string;

  @ApiPropertyOptional({
    ...ruleProperty,
    description: 'A rule document; not of a static segment',
    example: ruleExample,
  })
  @ValidateIf(({ type }: CreateSegmentDto) => type !== 'static')
  @IsDefined()
  @AsSent()
  rules?: unknown;
}

export class UpdateSegmentDto extends SegmentDetailsDto {
  @VersionRead()
  version?: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @IfGiven()
  @SegmentName()
  name?: string;

  @ApiPropertyOptional({ ...ruleProperty, nullable: true, example: ruleExample })
  @Allow()
  @AsSent()
  rules?: unknown;

  @ApiPropertyOptional({
    description: 'Of one that becomes dynamic: forget whom people have included and excluded',
  })
  @IfGiven()
  @IsBoolean()
  discard_pins?: boolean;
}

export class DuplicateSegmentDto {
  @ApiPropertyOptional({
    example: 'Guests in Germany, again',
    minLength: 1,
    maxLength: 200,
    description: 'If not given, a copy’s',
  })
  @IfGiven()
  @SegmentName()
  name?: string;
}
