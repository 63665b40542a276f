/** `/custom-fields/values/{subject}/{id}`: the values of a record. */

import { Body, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { valuesSchema } from './custom-fields.schema.js';
import { WriteValuesDto } from './values.dto.js';
import { CustomFieldValues, type RecordValues } from './values.service.js';

@ApiTags('custom-fields')
@ProtectedController('custom-fields/values')
export class ValuesController {
  constructor(private readonly values: CustomFieldValues) {}

  @Get(':subject/:record_id')
  @Requires('custom-field-values:read')
  @ApiOperation({ summary: 'All values of a record, by the keys of the fields' })
  @Answers(200, valuesSchema, { 404: ['record.not-found'], 422: ['subject.unknown'] })
  read(
    @CurrentActor() actor: Actor,
    @Param('subject') subject: string,
    @Param('record_id') id: string,
  ): Promise<RecordValues> {
    return this.values.read(actor, subject, id);
  }

  @Put(':subject/:record_id')
  @Requires('custom-field-values:write')
  @ApiOperation({ summary: 'Replace all values of a record' })
  @Answers(200, valuesSchema, {
    404: ['record.not-found'],
    422: ['custom-field.invalid', 'subject.unknown'],
  })
  write(
    @CurrentActor() actor: Actor,
    @Param('subject') subject: string,
    @Param('record_id') id: string,
    @Body() body: WriteValuesDto,
  ): Promise<RecordValues> {
    return this.values.write(actor, subject, id, body.values);
  }
}
