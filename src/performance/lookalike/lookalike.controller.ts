/** `/segments/{id}/lookalike`. */

import { Body, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor.js';
import { Answers, AnswersAlso } from '../../access/answers.decorator.js';
import { CurrentActor, demand } from '../../access/current-actor.decorator.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import { untilClosed } from '../../access/until-closed.js';
import { LookalikeDto, lookalikeSchema, savingOf } from './lookalike.schema.js';
import { Lookalikes, sampleSize } from './lookalike.service.js';
import type { Lookalike } from './lookalike.view.js';

@ApiTags('performance')
@ProtectedController('segments')
export class LookalikeController {
  constructor(private readonly lookalikes: Lookalikes) {}

  @Post(':id/lookalike')
  @HttpCode(200)
  @Requires('segments:read')
  @ApiOperation({
    summary:
      'Who is like the members without being one: what makes them so, and how many there are; or a segment of them',
    description: `A logistic regression with a ridge penalty, of up to ${sampleSize} members and as many others, always the same ones; tried on a fifth of them, whom it has not seen. Everyone is scored. With \`name\`, the permission \`segments:write\` is needed as well.`,
  })
  @AnswersAlso(201, 'With `name`: the segment is made', lookalikeSchema)
  @Answers(200, lookalikeSchema, {
    404: ['segment.not-found'],
    409: ['segment.name-taken'],
    422: [
      'subject.unknown',
      'rule.invalid',
      'trait.unusable',
      'lookalike.too-few',
      'lookalike.uninformative',
      'lookalike.nobody',
      'lookalike.too-many',
    ],
    503: ['evaluation.timeout'],
  })
  async lookalike(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LookalikeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Lookalike> {
    const saving = savingOf(body);
    if (saving) demand(actor, 'segments:write');
    const asked = { fields: body.fields, saving };
    const found = await this.lookalikes.find(actor, id, asked, untilClosed(response));
    if (found.saved) response.status(HttpStatus.CREATED);
    return found;
  }
}
