/** The bodies and queries of the routes of API keys. */

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { type Permission, permissions } from '../access/actor.js';
import { IfGiven } from '../access/if-given.decorator.js';

export class CreateApiKeyDto {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Nightly import' })
  @Matches(/^(?=.*\S).{1,200}$/su, { message: 'a name is a text of 1 to 200 characters that is not blank' })
  name!: string;

  @ApiProperty({
    description: 'What it may do: of the permissions that the caller has',
    isArray: true,
    enum: permissions,
    example: ['segments:read', 'segments:calculate'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(permissions.length)
  @IsIn(permissions, { each: true })
  scopes!: Permission[];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Until when it is good, with an offset; for ever if absent',
    example: '2030-01-01T00:00:00Z',
  })
  @IsOptional()
  @IsString()
  expires_at?: string | null;
}

export class ListApiKeysQuery {
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
