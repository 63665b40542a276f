/** `/subjects/{subject}/{id}`: what is kept of one person. */

import { Delete, Get, Ip, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import type { Actor } from '../access/actor.js';
import { type AnswerSchema, Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { AnswersOnce } from '../access/idempotency/idempotent.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { flag, id, instant, list, object, oneOf, orNull, page, text } from '../access/schemas.js';
import { causes } from '../members/ledger.repository.js';
import type { SubjectSegmentRow } from '../members/subject-stays.repository.js';
import { type Erased, PersonalData, type PersonalDataView } from './personal-data.service.js';

export class ListSubjectSegmentsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @IsUUID()
  cursor?: string;
}

const stay = object({
  entered_at: instant,
  entered_by: text,
  left_at: orNull(instant),
  left_by: orNull(text),
  cause: oneOf(...causes),
});
const segment = object({ segment_id: id, segment_name: text, is_member: flag, stays: list(stay) });

const byHolder = (values: object, example: object): AnswerSchema =>
  ({ type: 'object', additionalProperties: values, example }) as AnswerSchema;
const records = { type: 'array', items: { type: 'object', additionalProperties: true } };

const unknown = { 404: ['subject.not-found'], 422: ['subject.unknown'] };

@ApiTags('subjects')
@ProtectedController('subjects')
export class PersonalDataController {
  constructor(private readonly people: PersonalData) {}

  @Get(':subject/:id/segments')
  @Requires('segments:read')
  @ApiOperation({ summary: 'Every segment that somebody is or was in, with each of their stays' })
  @Answers(200, page(segment), unknown)
  segments(
    @CurrentActor() actor: Actor,
    @Param('subject') subject: string,
    @Param('id') id: string,
    @Query() { limit, cursor }: ListSubjectSegmentsQuery,
  ): Promise<Page<SubjectSegmentRow>> {
    return this.people.segments(actor, subject, id, { limit, cursor });
  }

  @Get(':subject/:id/personal-data')
  @Requires('people:export')
  @ApiOperation({ summary: 'Everything that is kept of somebody, by what keeps it' })
  @Answers(200, object({ subject: text, id: text, data: byHolder(records, { memberships: [] }) }), unknown)
  show(
    @CurrentActor() actor: Actor,
    @Param('subject') subject: string,
    @Param('id') id: string,
    @Ip() from: string,
  ): Promise<PersonalDataView> {
    return this.people.show(actor, subject, id, from);
  }

  @Delete(':subject/:id/personal-data')
  @AnswersOnce()
  @Requires('people:erase')
  @ApiOperation({ summary: 'Erase somebody everywhere; what they opted out of stays suppressed, as a hash' })
  @Answers(
    200,
    object({ subject: text, id: text, erased: byHolder({ type: 'integer' }, { memberships: 3 }) }),
    {
      ...unknown,
      409: ['erasure.busy'],
    },
  )
  erase(
    @CurrentActor() actor: Actor,
    @Param('subject') subject: string,
    @Param('id') id: string,
    @Ip() from: string,
  ): Promise<Erased> {
    return this.people.erase(actor, subject, id, from);
  }
}
