/** `/custom-fields`: definitions. */

import { Body, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { AnswersOnce } from '../access/idempotency/idempotent.decorator.js';
import { versionRead } from '../access/if-match.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { page } from '../access/schemas.js';
import { sortOf } from '../access/sorted-by.decorator.js';
import { type ConversionReport, CustomFieldConversion } from './conversion.service.js';
import type { CustomFieldView } from './custom-field.view.js';
import {
  ConvertCustomFieldDto,
  CreateCustomFieldDto,
  ListCustomFieldsQuery,
  UpdateCustomFieldDto,
} from './custom-fields.dto.js';
import { conversionSchema, customFieldSchema } from './custom-fields.schema.js';
import { CustomFields } from './custom-fields.service.js';

@ApiTags('custom-fields')
@ProtectedController('custom-fields')
export class CustomFieldsController {
  constructor(
    private readonly fields: CustomFields,
    private readonly conversion: CustomFieldConversion,
  ) {}

  @Get()
  @Requires('custom-fields:read')
  @ApiOperation({ summary: 'The custom fields, sorted' })
  @Answers(200, page(customFieldSchema), { 400: ['request.cursor'] })
  list(
    @CurrentActor() actor: Actor,
    @Query() { sort, limit, cursor, ...filter }: ListCustomFieldsQuery,
  ): Promise<Page<CustomFieldView>> {
    return this.fields.list(actor, filter, { limit, cursor, sort: sortOf(sort) });
  }

  @Post()
  @Requires('custom-fields:write')
  @ApiOperation({ summary: 'Make a custom field; rules can ask for it at once' })
  @Answers(201, customFieldSchema, {
    409: ['custom-field.key-taken'],
    422: ['custom-field.invalid', 'subject.unknown'],
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateCustomFieldDto): Promise<CustomFieldView> {
    return this.fields.create(actor, body);
  }

  @Get(':id')
  @Requires('custom-fields:read')
  @ApiOperation({ summary: 'One custom field' })
  @Answers(200, customFieldSchema, { 404: ['custom-field.not-found'] })
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CustomFieldView> {
    return this.fields.read(actor, id);
  }

  @Put(':id')
  @Requires('custom-fields:write')
  @ApiOperation({
    summary:
      'Change label, options, whether it is required, or the default; the version that was read comes along',
  })
  @Answers(200, customFieldSchema, {
    404: ['custom-field.not-found'],
    409: ['custom-field.changed'],
    422: ['custom-field.invalid'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateCustomFieldDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<CustomFieldView> {
    return this.fields.update(actor, id, versionRead(body.version, ifMatch), body);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Requires('custom-fields:write')
  @ApiOperation({ summary: 'Archive a field that no segment asks for; its values stay' })
  @Answers(200, customFieldSchema, { 404: ['custom-field.not-found'], 409: ['custom-field.in-use'] })
  archive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CustomFieldView> {
    return this.fields.archive(actor, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Requires('custom-fields:write')
  @ApiOperation({ summary: 'Bring an archived field back, with its values' })
  @Answers(200, customFieldSchema, { 404: ['custom-field.not-found'] })
  restore(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CustomFieldView> {
    return this.fields.restore(actor, id);
  }

  @Post(':id/convert')
  @HttpCode(200)
  @AnswersOnce()
  @Requires('custom-fields:write')
  @ApiOperation({ summary: 'Change the type: every value is read as the new one, all or none are converted' })
  @Answers(200, conversionSchema, {
    404: ['custom-field.not-found'],
    409: ['custom-field.changed', 'custom-field.archived'],
    422: ['custom-field.invalid', 'custom-field.unconvertible'],
  })
  convert(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConvertCustomFieldDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<ConversionReport> {
    return this.conversion.convert(actor, id, versionRead(body.version, ifMatch), body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('custom-fields:write')
  @ApiOperation({ summary: 'Delete an archived field that no segment asks for, with all of its values' })
  @Answers(204, undefined, {
    404: ['custom-field.not-found'],
    409: ['custom-field.not-archived', 'custom-field.in-use'],
  })
  delete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.fields.delete(actor, id);
  }
}
