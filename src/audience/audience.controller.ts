/** `/segments/preview` and `/segments/{id}/members/{member_id}/explain`. */

import { Readable } from 'node:stream';
import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor, demand } from '../access/current-actor.decorator.js';
import { ProblemFilter } from '../access/problem.filter.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { permittedAsOf } from '../segments/as-of.js';
import { BodyText } from '../segments/body-text.interceptor.js';
import { AsOfQuery, PreviewDto, PreviewQuery } from './audience.dto.js';
import { explanationSchema, previewSchema } from './audience.schema.js';
import { Audience, type Preview, type PreviewRequest } from './audience.service.js';
import { Explain, type Explanation } from './explain.service.js';
import { untilClosed } from './until-closed.js';

const tooLong = ['evaluation.timeout'];

@ApiTags('audience')
@UseInterceptors(BodyText)
@ProtectedController('segments')
export class AudienceController {
  /** For what goes wrong after a route has returned its stream. */
  private readonly problems = new ProblemFilter();

  constructor(
    private readonly audience: Audience,
    private readonly explanations: Explain,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Requires('segments:read')
  @ApiOperation({ summary: 'Count and sample of a rule that need not be saved; or all external ids' })
  @ApiProduces('application/json', 'application/x-ndjson')
  @Answers(200, previewSchema, { 422: ['rule.invalid', 'subject.unknown', 'as-of.invalid'], 503: tooLong })
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
    const file = new StreamableFile(Readable.from(lines(ids)), { type: 'application/x-ndjson' });
    return file.setErrorHandler((error) => this.problems.answer(error, response));
  }

  @Get(':id/members/:member_id/explain')
  @Requires('segments:read')
  @ApiOperation({ summary: 'Why somebody is in or out: every node of the rule with its verdict' })
  @Answers(200, explanationSchema, {
    404: ['segment.not-found', 'member.not-found'],
    422: ['rule.invalid', 'subject.unknown', 'as-of.invalid'],
    503: tooLong,
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

async function* lines(batches: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((id) => `${JSON.stringify(id)}\n`).join('');
}
