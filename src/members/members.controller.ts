/** `/segments/{id}/members`. */

import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, Min } from 'class-validator';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { instant, object, oneOf, orNull, page, text } from '../access/schemas.js';
import { SortedBy, type SortName, sortOf } from '../access/sorted-by.decorator.js';
import { asOf } from '../segments/as-of.js';
import { causes, type MemberSortKey, memberSorts } from './ledger.repository.js';
import { type Member, Members } from './members.service.js';

export class ListMembersQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @IsString()
  cursor?: string;

  @SortedBy(memberSorts, 'member_id')
  sort: SortName<MemberSortKey> = 'member_id';

  @ApiPropertyOptional({ description: 'Who was in at this instant' })
  @IfGiven()
  @IsString()
  as_of?: string;
}

const memberSchema = object({
  member_id: text,
  external_id: orNull(text),
  display: orNull(text),
  added_at: instant,
  added_by: text,
  removed_at: orNull(instant),
  removed_by: orNull(text),
  cause: oneOf(...causes),
});

@ApiTags('members')
@ProtectedController('segments')
export class MembersController {
  constructor(private readonly members: Members) {}

  @Get(':id/members')
  @Requires('segments:read')
  @ApiOperation({ summary: 'The members, by id or by when they joined' })
  @Answers(200, page(memberSchema), {
    400: ['request.cursor'],
    404: ['segment.not-found'],
    422: ['as-of.invalid', 'subject.unknown'],
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ListMembersQuery,
  ): Promise<Page<Member>> {
    const { limit, cursor: after, sort } = query;
    return this.members.list(actor, id, asOf(query.as_of), { limit, after, sort: sortOf(sort) });
  }
}
