/** `/segments/{id}/members/{member_id}/explain`. */

import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { permittedAsOf } from '../segments/as-of.js';
import { AsOfQuery } from './audience.dto.js';
import { explanationSchema } from './audience.schema.js';
import { Explain, type Explanation } from './explain.service.js';

@ApiTags('audience')
@ProtectedController('segments')
export class ExplainController {
  constructor(private readonly explanations: Explain) {}

  @Get(':id/members/:member_id/explain')
  @Requires('segments:read')
  @ApiOperation({ summary: 'Why somebody is in or out: every node of the rule with its verdict' })
  @Answers(200, explanationSchema, {
    404: ['segment.not-found', 'member.not-found'],
    422: ['rule.invalid', 'subject.unknown', 'as-of.invalid'],
    503: ['evaluation.timeout'],
  })
  explain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('member_id') member: string,
    @Query() query: AsOfQuery,
  ): Promise<Explanation> {
    return this.explanations.explain(actor, id, member, permittedAsOf(actor, query.as_of));
  }
}
