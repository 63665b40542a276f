/** The body and the query of the routes of templates. */

import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsObject, IsString } from 'class-validator';
import { AsSent } from '../../access/as-sent.decorator.js';
import { IfGiven } from '../../access/if-given.decorator.js';
import { SegmentName } from '../segment-name.decorator.js';
import { CreateSegmentDto } from '../segments.dto.js';

export class FromTemplateDto extends PickType(CreateSegmentDto, [
  'description',
  'category',
  'tags',
  'folder',
  'owner',
  'schedule',
] as const) {
  @ApiProperty({ example: 'at_risk' })
  @IsString()
  @IsNotEmpty()
  template!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'By name; of the others, the defaults',
    example: { days: 45 },
  })
  @IfGiven()
  @IsObject()
  @AsSent()
  parameters?: Record<string, unknown>;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200, description: 'If not given, the template’s' })
  @IfGiven()
  @SegmentName()
  name?: string;
}

export class TemplatesQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: '`true`: also those that the catalogue does not understand, with the reasons',
  })
  @IfGiven()
  @IsIn(['true', 'false'])
  unavailable?: string;
}
