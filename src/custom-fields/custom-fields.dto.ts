/** The bodies and queries of the routes of custom fields. */

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AsSent } from '../access/as-sent.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';
import { SortedBy, type SortName } from '../access/sorted-by.decorator.js';
import { VersionRead } from '../access/version-read.decorator.js';
import { type CustomFieldType, customFieldTypes } from './custom-field.entity.js';
import { type FieldSortKey, fieldSorts } from './custom-fields.repository.js';
import { mostOptions } from './field-kinds.js';

const optionsExample = [{ value: 'vegan', label: 'Vegan' }, { value: 'halal' }];
const defaultProperty = {
  description: 'Written for a record that is written without a value; null for none',
  anyOf: [
    { type: 'string', nullable: true },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: { type: 'string' } },
  ],
};

export class OptionDto {
  @ApiProperty({ maxLength: 100, example: 'vegan' })
  @IsString()
  value!: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'The value, if absent', example: 'Vegan' })
  @IfGiven()
  @IsString()
  label?: string;

  @ApiPropertyOptional({ description: 'Still known in rules and values, no longer offered' })
  @IfGiven()
  @IsBoolean()
  archived?: boolean;
}

const Options = () => (target: object, key: string) => {
  ApiPropertyOptional({
    type: [OptionDto],
    description: 'Of selections, in the order they are shown in',
    example: optionsExample,
  })(target, key);
  IfGiven()(target, key);
  IsArray()(target, key);
  ArrayMaxSize(mostOptions)(target, key);
  IsObject({ each: true })(target, key);
  ValidateNested({ each: true })(target, key);
  Type(() => OptionDto)(target, key);
};

export class CreateCustomFieldDto {
  @ApiProperty({ description: 'The kind of record it belongs to', example: 'contact' })
  @IsString()
  @IsNotEmpty()
  subject!: string;

  @ApiProperty({
    description: 'In rules the field is `custom.<key>`',
    pattern: '^[a-z][a-z0-9_]{0,59}$',
    example: 'dietary',
  })
  @Matches(/^[a-z][a-z0-9_]{0,59}$/, {
    message: 'a key has up to 60 lower-case letters, digits and underscores, a letter first',
  })
  key!: string;

  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Dietary needs' })
  @IsString()
  @MaxLength(400)
  label!: string;

  @ApiProperty({ enum: customFieldTypes, example: 'multi_selection' })
  @IsIn(customFieldTypes)
  type!: CustomFieldType;

  @Options()
  options?: OptionDto[];

  @ApiPropertyOptional({ default: false, description: 'Records are not written without a value' })
  @IfGiven()
  @IsBoolean()
  required?: boolean;

  @ApiPropertyOptional(defaultProperty as never)
  @Allow()
  @AsSent()
  default?: unknown;
}

export class UpdateCustomFieldDto {
  @VersionRead()
  version?: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @IfGiven()
  @IsString()
  @MaxLength(400)
  label?: string;

  @Options()
  options?: OptionDto[];

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  required?: boolean;

  @ApiPropertyOptional(defaultProperty as never)
  @Allow()
  @AsSent()
  default?: unknown;
}

export class ConvertCustomFieldDto {
  @VersionRead()
  version?: number;

  @ApiProperty({ enum: customFieldTypes, example: 'number' })
  @IsIn(customFieldTypes)
  type!: CustomFieldType;

  @Options()
  options?: OptionDto[];

  @ApiPropertyOptional({ default: false, description: 'Only say what would become of the values' })
  @IfGiven()
  @IsBoolean()
  dry_run?: boolean;

  @ApiPropertyOptional({ default: false, description: 'Delete what cannot be read as the new type' })
  @IfGiven()
  @IsBoolean()
  drop_unreadable?: boolean;
}

export class ListCustomFieldsQuery {
  @ApiPropertyOptional({ example: 'contact' })
  @IfGiven()
  @IsString()
  subject?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Only archived ones, or only the others; both if absent',
  })
  @IfGiven()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  archived?: boolean;

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

  @SortedBy(fieldSorts, 'created_at')
  sort: SortName<FieldSortKey> = 'created_at';
}
