/** `/segments/{id}/members`. */

import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { asOf } from '../segments/as-of.js';
import type { Page } from '../segments/segments.service.js';
import { type Member, Members } from './members.service.js';

export class ListMembersQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IsOptional()
  @IsString()
  cursor?: string;

  @ApiPropertyOptional({ description: 'Who was in at this instant' })
  @IsOptional()
  @IsString()
  as_of?: string;
}

@ApiTags('members')
@ProtectedController('segments')
export class MembersController {
  constructor(private readonly members: Members) {}

  @Get(':id/members')
  @Requires('segments:read')
  @ApiOperation({ summary: 'The members, by id' })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ListMembersQuery,
  ): Promise<Page<Member>> {
    return this.members.list(actor, id, asOf(query.as_of), { limit: query.limit, after: query.cursor });
  }
}
