/** `/segments/{id}/impact`. */

import { Body, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ChangesNothing } from '../access/idempotency/idempotent.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { untilClosed } from '../access/until-closed.js';
import { permittedAsOf } from '../segments/as-of.js';
import { ImpactDto } from './audience.dto.js';
import { impactSchema } from './audience.schema.js';
import { type Impact, Impacts } from './impact.service.js';

@ApiTags('audience')
@ProtectedController('segments')
export class ImpactController {
  constructor(private readonly impacts: Impacts) {}

  @Post(':id/impact')
  @HttpCode(200)
  @ChangesNothing()
  @Requires('segments:read')
  @ApiOperation({ summary: 'Who would join and leave if the segment had this rule, and what rests on it' })
  @Answers(200, impactSchema, {
    404: ['segment.not-found'],
    422: ['rule.invalid', 'segment.parts', 'segment.cycle', 'subject.unknown', 'as-of.invalid'],
    503: ['evaluation.timeout'],
  })
  impact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { as_of: at, ...body }: ImpactDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Impact> {
    return this.impacts.impact(actor, id, { ...body, asOf: permittedAsOf(actor, at) }, untilClosed(response));
  }
}
