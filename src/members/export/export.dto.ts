/** The query of an export. */

import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  MaxLength,
  Min,
} from 'class-validator';
import { IfGiven } from '../../access/if-given.decorator.js';
import { type Channel, channels } from '../../consent/channels.js';

/** Of one file. */
export const mostColumns = 100;

export class ExportQuery {
  @ApiPropertyOptional({
    description:
      'csv, json, ndjson, xlsx, mailchimp, google-customer-match, meta-custom-audience, or the name of a column map',
    default: 'csv',
  })
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  format = 'csv';

  @ApiPropertyOptional({
    type: String,
    description:
      'Fields and paths of the catalogue, with commas between; and member_id, external_id, display',
    example: 'external_id,email,first_name,company.name',
  })
  @IfGiven()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((name) => name.trim()) : value))
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostColumns)
  columns?: string[];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'At most the limit that is set' })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  limit?: number;

  @ApiPropertyOptional({
    enum: channels,
    description:
      'Only whom messages may be sent to in this way; if absent, as the column map says, and of a vendor’s format who can be reached',
  })
  @IfGiven()
  @IsIn(channels)
  reachable_by?: Channel;

  @ApiPropertyOptional({ maxLength: 200, description: 'What it is for; kept in the audit' })
  @IfGiven()
  @IsString()
  @MaxLength(200)
  purpose?: string;

  @ApiPropertyOptional({ description: 'Who was in at this instant' })
  @IfGiven()
  @IsString()
  as_of?: string;
}
