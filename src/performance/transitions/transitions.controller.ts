/** `/segments/{id}/transitions`. */

import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor.js';
import { Answers } from '../../access/answers.decorator.js';
import { CurrentActor } from '../../access/current-actor.decorator.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import { count, day, id, list, number, object, text } from '../../access/schemas.js';
import { untilClosed } from '../../access/until-closed.js';
import { PeriodQuery } from '../period.js';
import { SegmentTransitions, type Transitions } from './transitions.service.js';

const people = { count, share: number };
const crossing = object({
  count,
  segments: list(object({ segment_id: id, name: text, ...people })),
  nowhere: object(people),
});
const transitionsSchema = object({ from: day, to: day, joined: crossing, left: crossing });

@ApiTags('performance')
@ProtectedController('segments')
export class TransitionsController {
  constructor(private readonly transitionsOf: SegmentTransitions) {}

  @Get(':id/transitions')
  @Requires('segments:read')
  @ApiOperation({
    summary: 'From which segments those came who joined in a period, and where those went who left',
    description:
      'Somebody moved from one segment to another if they left the one and, then or later, joined the other, both in the period, and had not come back to the first by then. People are counted, each once for each segment.',
  })
  @Answers(200, transitionsSchema, {
    404: ['segment.not-found'],
    422: ['subject.unknown', 'period.invalid'],
    503: ['evaluation.timeout'],
  })
  transitions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PeriodQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Transitions> {
    return this.transitionsOf.transitions(actor, id, query, untilClosed(response));
  }
}
