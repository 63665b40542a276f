/** `/segments/{id}/overlap`. */

import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor.js';
import { Answers } from '../../access/answers.decorator.js';
import { CurrentActor } from '../../access/current-actor.decorator.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import { untilClosed } from '../../access/until-closed.js';
import { OverlapQuery, overlapSchema } from './overlap.schema.js';
import { type Overlap, Overlaps } from './overlap.service.js';

@ApiTags('performance')
@ProtectedController('segments')
export class OverlapController {
  constructor(private readonly overlaps: Overlaps) {}

  @Get(':id/overlap')
  @Requires('segments:read')
  @ApiOperation({
    summary: 'How many members each two segments share; of up to six, every part, with its rule',
  })
  @Answers(200, overlapSchema, {
    404: ['segment.not-found'],
    422: ['segment.other-subject', 'subject.unknown', 'overlap.too-many-members'],
    503: ['evaluation.timeout'],
  })
  overlap(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: OverlapQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Overlap> {
    return this.overlaps.overlap(actor, id, query, untilClosed(response));
  }
}
