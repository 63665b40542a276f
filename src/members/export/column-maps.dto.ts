/** The bodies of the column map routes. */

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { mostColumns } from './export.dto.js';
import { type FormatName, formatNames } from './formats.js';

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
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  header?: string;
}

export class CreateColumnMapDto {
  @ApiProperty({ minLength: 1, maxLength: 100, example: 'Letter shop' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
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
  @ValidateNested({ each: true })
  @Type(() => ColumnDto)
  columns!: ColumnDto[];
}

export class UpdateColumnMapDto {
  @ApiPropertyOptional({ description: 'The version that was read; or send it as `If-Match`', example: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 100 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ enum: formatNames })
  @IsOptional()
  @IsIn(formatNames)
  format?: FormatName;

  @ApiPropertyOptional({ type: [ColumnDto], minItems: 1, maxItems: mostColumns })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostColumns)
  @ValidateNested({ each: true })
  @Type(() => ColumnDto)
  columns?: ColumnDto[];
}

export class ListColumnMapsQuery {
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
