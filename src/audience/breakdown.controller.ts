/** `/segments/{id}/breakdown`. */

import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { permittedAsOf } from '../segments/as-of.js';
import { BreakdownQuery } from './audience.dto.js';
import { breakdownSchema } from './audience.schema.js';
import { type Breakdown, Breakdowns } from './breakdown.service.js';

@ApiTags('audience')
@ProtectedController('segments')
export class BreakdownController {
  constructor(private readonly breakdowns: Breakdowns) {}

  @Get(':id/breakdown')
  @Requires('segments:read')
  @ApiOperation({
    summary:
      'The members by the values of a field: counts and shares; by an address only for those who may export it',
  })
  @Answers(200, breakdownSchema, {
    404: ['segment.not-found'],
    422: ['rule.invalid', 'subject.unknown', 'as-of.invalid', 'breakdown.field'],
    503: ['evaluation.timeout'],
  })
  breakdown(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { field, as_of: at }: BreakdownQuery,
  ): Promise<Breakdown> {
    return this.breakdowns.breakdown(actor, id, field, permittedAsOf(actor, at));
  }
}
