/** The bodies and queries of preview, impact, explain and breakdown. */

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { AsSent } from '../access/as-sent.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';

const asOf = {
  description: 'Evaluate at this instant, with an offset (permission `segments:as-of`); now if absent',
  example: '2026-03-01T00:00:00Z',
} as const;

/** A rule, evaluated at an instant, with some of those it matches. */
export class ImpactDto {
  @ApiProperty({
    description: 'A rule document',
    type: 'object',
    additionalProperties: true,
    example: { field: 'country', operator: 'equals', value: 'DE' },
  })
  @IsDefined()
  @AsSent()
  rules!: unknown;

  @ApiPropertyOptional(asOf)
  @IfGiven()
  @IsString()
  as_of?: string;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'How many to show; 0 leaves the sample out',
    default: 10,
    minimum: 0,
    maximum: 100,
  })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100)
  limit = 10;
}

export class PreviewDto extends ImpactDto {
  @ApiProperty({ example: 'contact' })
  @IsString()
  @IsNotEmpty()
  subject!: string;

  @ApiPropertyOptional({
    description: 'Give an estimate, marked and with its bounds, where the exact count does not come at once',
    default: false,
  })
  @IfGiven()
  @IsBoolean()
  estimate?: boolean;

  @ApiPropertyOptional({
    description: 'Also count each condition: alone, with those before it, and if it were removed',
    default: false,
  })
  @IfGiven()
  @IsBoolean()
  conditions?: boolean;

  @ApiPropertyOptional({ description: 'Also count who may be contacted, by channel', default: false })
  @IfGiven()
  @IsBoolean()
  reachable?: boolean;
}

export class PreviewQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: '`true`: all matching external ids as NDJSON (permission `segments:export`)',
  })
  @IfGiven()
  @IsIn(['true', 'false'])
  ids?: string;
}

export class AsOfQuery {
  @ApiPropertyOptional(asOf)
  @IfGiven()
  @IsString()
  as_of?: string;
}

export class BreakdownQuery extends AsOfQuery {
  @ApiProperty({ description: 'A field of the subject, or a path to one', example: 'city' })
  @IsString()
  @IsNotEmpty()
  field!: string;
}
