/** `/segments/{id}/compare`. */

import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor.js';
import { Answers } from '../../access/answers.decorator.js';
import { CurrentActor } from '../../access/current-actor.decorator.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import { untilClosed } from '../../access/until-closed.js';
import { ComparisonQuery, comparisonSchema } from './comparison.schema.js';
import { type Comparison, Comparisons } from './comparison.service.js';

@ApiTags('performance')
@ProtectedController('segments')
export class ComparisonController {
  constructor(private readonly comparisons: Comparisons) {}

  @Get(':id/compare')
  @Requires('segments:read')
  @ApiOperation({
    summary: 'Two segments side by side, or one beside everyone else: sizes, and what tells them apart',
    description:
      'Traits are of up to ten thousand members of each. Shares are compared by Cohen’s h and the z-test of two proportions, numbers and dates by Cliff’s delta and the rank test of Mann and Whitney; `adjusted_p` is corrected for how much is compared (Benjamini–Hochberg), and `significant` where it is at most 0.05.',
  })
  @Answers(200, comparisonSchema, {
    404: ['segment.not-found'],
    422: ['segment.other-subject', 'subject.unknown', 'rule.invalid', 'trait.unusable'],
    503: ['evaluation.timeout'],
  })
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ComparisonQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Comparison> {
    return this.comparisons.compare(actor, id, query, untilClosed(response));
  }
}
