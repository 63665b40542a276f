/** `/suppressions`. */

import { Body, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { page } from '../access/schemas.js';
import { ListSuppressionsQuery, SuppressDto } from './consent.dto.js';
import { suppressionSchema } from './consent.schema.js';
import type { SuppressionRow } from './suppressions.repository.js';
import { type SuppressionPage, Suppressions } from './suppressions.service.js';

@ApiTags('consent')
@ProtectedController('suppressions')
export class SuppressionsController {
  constructor(private readonly suppressions: Suppressions) {}

  @Post()
  @Requires('consent:write')
  @ApiOperation({ summary: 'Never write to an address again; repeated, it answers the suppression there is' })
  @Answers(201, suppressionSchema, { 422: ['suppression.address-invalid'], 501: ['consent.secret-missing'] })
  suppress(@CurrentActor() actor: Actor, @Body() body: SuppressDto): Promise<SuppressionRow> {
    return this.suppressions.suppress(actor, body);
  }

  @Get()
  @Requires('consent:read')
  @ApiOperation({ summary: 'The suppressions, newest first: never the addresses, which are not known' })
  @Answers(200, page(suppressionSchema))
  list(@CurrentActor() actor: Actor, @Query() query: ListSuppressionsQuery): Promise<SuppressionPage> {
    return this.suppressions.list(actor, query);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('consent:write')
  @ApiOperation({ summary: 'Let an address be written to again' })
  @Answers(204, undefined, { 404: ['suppression.not-found'] })
  lift(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.suppressions.lift(actor, id);
  }
}
