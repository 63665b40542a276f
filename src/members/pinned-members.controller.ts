/** `POST /segments/{id}/members`, `DELETE /segments/{id}/members/{member_id}` and `/segments/{id}/pins`. */

import { Body, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { count, instant, list, object, oneOf, orNull, page, text } from '../access/schemas.js';
import { AddMembersDto, ListPinsQuery } from './pinned-members.dto.js';
import { type Added, type Pin, PinnedMembers } from './pinned-members.service.js';
import { pinKinds } from './pins.repository.js';

const addedSchema = object({
  added: list(text),
  already_in: list(text),
  not_found: list(text),
  exclusions_lifted: count,
  member_count: count,
});

const pinSchema = object({
  member_id: text,
  kind: oneOf(...pinKinds),
  pinned_at: instant,
  pinned_by: text,
  reason: orNull(text),
});

@ApiTags('members')
@ProtectedController('segments')
export class PinnedMembersController {
  constructor(private readonly members: PinnedMembers) {}

  @Post(':id/members')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({
    summary:
      'Add people to a static or hybrid segment, by hand: also whom people had excluded, counted as `exclusions_lifted`',
  })
  @Answers(200, addedSchema, {
    404: ['segment.not-found'],
    409: ['segment.dynamic', 'segment.status'],
    422: ['member.no-email', 'subject.unknown'],
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddMembersDto,
  ): Promise<Added> {
    return this.members.add(actor, id, body);
  }

  @Delete(':id/members/:member_id')
  @HttpCode(204)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Remove somebody from a static segment, or exclude them from a hybrid one' })
  @Answers(204, undefined, {
    404: ['segment.not-found', 'member.not-found'],
    409: ['segment.dynamic', 'segment.status'],
    422: ['subject.unknown'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('member_id') member: string,
  ): Promise<void> {
    return this.members.remove(actor, id, member);
  }

  @Get(':id/pins')
  @Requires('segments:read')
  @ApiOperation({ summary: 'Whom people have included and excluded by hand, by id' })
  @Answers(200, page(pinSchema), {
    400: ['request.cursor'],
    404: ['segment.not-found'],
    422: ['subject.unknown'],
  })
  pins(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit, cursor, kind }: ListPinsQuery,
  ): Promise<Page<Pin>> {
    return this.members.list(actor, id, { limit, after: cursor, kind });
  }

  @Delete(':id/pins/:member_id')
  @HttpCode(204)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Let the rule of a hybrid segment decide over somebody again' })
  @Answers(204, undefined, {
    404: ['segment.not-found', 'member.not-found', 'pin.not-found'],
    409: ['segment.dynamic', 'segment.static', 'segment.status'],
    422: ['rule.invalid', 'subject.unknown'],
  })
  unpin(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('member_id') member: string,
  ): Promise<void> {
    return this.members.unpin(actor, id, member);
  }
}
