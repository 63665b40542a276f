/** The bodies of the column map routes. */

import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../../access/if-given.decorator.js';
import { VersionRead } from '../../access/version-read.decorator.js';
import { type Channel, channels } from '../../consent/channels.js';
import { mostColumns } from './export.dto.js';
import { type FormatName, formatNames } from './formats.js';

/** Null for everyone. */
const ReachableBy = () =>
  applyDecorators(
    ApiPropertyOptional({
      enum: channels,
      nullable: true,
      description: 'Only whom messages may be sent to in this way, unless an export says otherwise',
    }),
    IsOptional(),
    IsIn(channels),
  );

const plainText = (longest: number): string =>
  `a text of 1 to ${longest} characters, not blank and without control characters`;

const MapName = () => Matches(/^(?=.*\S)\P{Cc}{1,100}$/u, { message: `a name is ${plainText(100)}` });

export class ColumnDto {
  @ApiProperty({
    description: 'A field, a path to one, member_id, external_id or display',
    example: 'company.name',
  })
  @IsString()
  @IsNotEmpty()
  field!: string;

  @ApiPropertyOptional({
    description: 'What stands above it; the field’s name if absent',
    example: 'Company',
  })
  @IfGiven()
  @Matches(/^(?=.*\S)\P{Cc}{1,200}$/u, { message: `a header is ${plainText(200)}` })
  header?: string;
}

export class CreateColumnMapDto {
  @ApiProperty({ minLength: 1, maxLength: 100, example: 'Letter shop' })
  @MapName()
  name!: string;

  @ApiProperty({ example: 'contact' })
  @IsString()
  @IsNotEmpty()
  subject!: string;

  @ApiProperty({ enum: formatNames, example: 'csv' })
  @IsIn(formatNames)
  format!: FormatName;

  @ApiProperty({
    type: [ColumnDto],
    minItems: 1,
    maxItems: mostColumns,
    example: [{ field: 'company.name', header: 'Company' }],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostColumns)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ColumnDto)
  columns!: ColumnDto[];

  @ReachableBy()
  reachable_by?: Channel | null;
}

export class UpdateColumnMapDto {
  @VersionRead()
  version?: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 100 })
  @IfGiven()
  @MapName()
  name?: string;

  @ApiPropertyOptional({ enum: formatNames })
  @IfGiven()
  @IsIn(formatNames)
  format?: FormatName;

  @ApiPropertyOptional({ type: [ColumnDto], minItems: 1, maxItems: mostColumns })
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostColumns)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ColumnDto)
  columns?: ColumnDto[];

  @ReachableBy()
  reachable_by?: Channel | null;
}

export class ListColumnMapsQuery {
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
}
