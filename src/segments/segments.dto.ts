/** The bodies and queries of the segment routes. */

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  Allow,
  IsDefined,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { AsSent } from './as-sent.decorator.js';
import { SegmentName } from './segment-name.decorator.js';

const ruleExample = { field: 'country', operator: 'equals', value: 'DE' };
const ruleProperty = { description: 'A rule document', type: 'object', additionalProperties: true } as const;

export class CreateSegmentDto {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Guests in Germany' })
  @SegmentName()
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'behaviour' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string | null;

  @ApiProperty({ example: 'contact' })
  @IsString()
  @IsNotEmpty()
  subject!: string;

  @ApiProperty({ ...ruleProperty, example: ruleExample })
  @IsDefined()
  @AsSent()
  rules!: unknown;
}

export class UpdateSegmentDto {
  @ApiPropertyOptional({ description: 'The version that was read; or send it as `If-Match`', example: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @ValidateIf((_body, name) => name !== undefined)
  @SegmentName()
  name?: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string | null;

  @ApiPropertyOptional({ ...ruleProperty, example: ruleExample })
  @Allow()
  @AsSent()
  rules?: unknown;
}

export class ListSegmentsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IsOptional()
  @IsUUID()
  cursor?: string;
}
