/** The body of the route that writes a record's values. */

import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { AsSent } from '../access/as-sent.decorator.js';
import type { GivenValues } from './values.service.js';

export class WriteValuesDto {
  @ApiProperty({
    description:
      'By the keys of the fields. A field that is not named gets its default, or else has no value; null and blank texts are no value.',
    type: 'object',
    additionalProperties: true,
    example: { dietary: ['vegan'], lifetime_visits: 12, renewal: '2026-05-31' },
  })
  @AsSent()
  @IsObject()
  values!: GivenValues;
}
