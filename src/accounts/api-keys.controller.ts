/** `/api-keys`: make, list and revoke the keys of programs. */

import { Body, Delete, Get, HttpCode, Ip, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, permissions } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { AnswersOnce } from '../access/idempotency/idempotent.decorator.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { id, instant, list, object, oneOf, orNull, page, text } from '../access/schemas.js';
import type { ApiKeyRow } from './api-key.entity.js';
import { CreateApiKeyDto, ListApiKeysQuery } from './api-keys.dto.js';
import { ApiKeys, type MadeApiKey } from './api-keys.service.js';

const properties = {
  id,
  name: text,
  prefix: text,
  scopes: list(oneOf(...permissions)),
  created_at: instant,
  created_by: text,
  expires_at: orNull(instant),
  last_used_at: orNull(instant),
  revoked_at: orNull(instant),
  revoked_by: orNull(text),
};

@ApiTags('api-keys')
@ProtectedController('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Post()
  @AnswersOnce()
  @Requires('accounts:manage')
  @ApiOperation({ summary: 'Make a key for the caller’s tenant; it is shown this once' })
  @Answers(201, object({ ...properties, key: text }), {
    403: ['api-key.scope-not-held'],
    422: ['api-key.expiry'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateApiKeyDto,
    @Ip() from: string,
  ): Promise<MadeApiKey> {
    return this.keys.create(actor, body, from);
  }

  @Get()
  @Requires('accounts:manage')
  @ApiOperation({ summary: 'The keys, newest first, with those that are revoked or expired' })
  @Answers(200, page(object(properties)))
  list(@CurrentActor() actor: Actor, @Query() query: ListApiKeysQuery): Promise<Page<ApiKeyRow>> {
    return this.keys.list(actor, query.limit, query.cursor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('accounts:manage')
  @ApiOperation({ summary: 'Revoke a key: from now on it lets nobody in' })
  @Answers(204, undefined, { 404: ['api-key.not-found'] })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Ip() from: string,
  ): Promise<void> {
    return this.keys.revoke(actor, id, from);
  }
}
