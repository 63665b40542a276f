/** `/segments/preview`. */

import { Readable } from 'node:stream';
import { Body, HttpCode, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor, demand } from '../access/current-actor.decorator.js';
import { ChangesNothing } from '../access/idempotency/idempotent.decorator.js';
import { ProblemFilter } from '../access/problem.filter.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { takenWithin } from '../access/taken-within.js';
import { untilClosed } from '../access/until-closed.js';
import { permittedAsOf } from '../segments/as-of.js';
import { PreviewDto, PreviewQuery } from './audience.dto.js';
import { externalIdsSchema, previewSchema } from './audience.schema.js';
import { Audience, type Preview, type PreviewRequest } from './audience.service.js';
import { limits } from './evaluation.js';

const lineByLine = 'application/x-ndjson';

@ApiTags('audience')
@ProtectedController('segments')
export class PreviewController {
  /** Milliseconds that a batch of ids waits for its reader: what is left of them holds a connection. */
  patience = limits.reader;

  /** For what goes wrong after a route has returned its stream. */
  private readonly problems = new ProblemFilter();

  constructor(private readonly audience: Audience) {}

  @Post('preview')
  @ChangesNothing()
  @HttpCode(200)
  @Requires('segments:read')
  @ApiOperation({ summary: 'Count and sample of a rule that need not be saved; or all external ids' })
  @Answers(
    200,
    previewSchema,
    {
      422: ['rule.invalid', 'subject.unknown', 'as-of.invalid'],
      501: ['consent.secret-missing'],
      503: ['evaluation.timeout'],
    },
    { [lineByLine]: externalIdsSchema },
  )
  async preview(
    @CurrentActor() actor: Actor,
    @Body() body: PreviewDto,
    @Query() query: PreviewQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Preview | StreamableFile> {
    const asked: PreviewRequest = { ...body, asOf: permittedAsOf(actor, body.as_of) };
    const gone = untilClosed(response);
    if (query.ids !== 'true') return this.audience.preview(actor, asked, gone);
    demand(actor, 'segments:export');
    const ids = await this.audience.externalIds(actor, asked, gone);
    const taken = takenWithin(this.patience, lines(ids), () => response.destroy());
    const file = new StreamableFile(Readable.from(taken), { type: lineByLine });
    return file.setErrorHandler((error) => this.problems.answer(error, response));
  }
}

async function* lines(batches: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((id) => `${JSON.stringify(id)}\n`).join('');
}
