/** The bodies and queries of consents and suppressions. */

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IfGiven } from '../access/if-given.decorator.js';
import { type Channel, channels } from './channels.js';
import { type Reason, reasons } from './suppressions.repository.js';

export class GiveConsentDto {
  @ApiProperty({ enum: channels, example: 'email' })
  @IsIn(channels)
  channel!: Channel;

  @ApiProperty({ description: '`false`: they have said no', example: true })
  @IsBoolean()
  opted_in!: boolean;

  @ApiProperty({ description: 'Where it was given', maxLength: 200, example: 'newsletter form' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @Matches(/^\P{Cc}*$/u, { message: '$property must have no control characters' })
  source!: string;

  @ApiPropertyOptional({
    description: 'When it was given, with an offset; now if absent',
    example: '2026-03-01T12:00:00Z',
  })
  @IfGiven()
  @IsISO8601({ strict: true })
  @Matches(/(Z|[+-]\d\d:\d\d)$/, { message: 'at must have an offset, such as 2026-03-01T12:00:00Z' })
  at?: string;
}

export class SuppressDto {
  @ApiProperty({ enum: channels, example: 'email' })
  @IsIn(channels)
  channel!: Channel;

  @ApiProperty({ description: 'Kept as a keyed hash only', maxLength: 320, example: 'jo@example.com' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(320)
  @Matches(/^\P{Cc}*$/u, { message: '$property must have no control characters' })
  address!: string;

  @ApiPropertyOptional({ enum: reasons, default: 'manual' })
  @IfGiven()
  @IsIn(reasons)
  reason: Reason = 'manual';
}

export class ListSuppressionsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @IsUUID()
  cursor?: string;

  @ApiPropertyOptional({ enum: channels })
  @IfGiven()
  @IsIn(channels)
  channel?: Channel;
}
