/** `GET /segments`: the list, as pages or as a file. */

import { Get, Headers, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import type { Page } from '../access/page.js';
import { ProblemFilter } from '../access/problem.filter.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { page, text } from '../access/schemas.js';
import type { SegmentView } from './segment.view.js';
import { csvOf } from './segment-csv.js';
import { ListSegmentsQuery, requestOf } from './segment-list.dto.js';
import { SegmentList } from './segment-list.service.js';
import { segmentSchema } from './segments.schema.js';

@ApiTags('segments')
@ProtectedController('segments')
export class SegmentListController {
  /** For what goes wrong after a route has returned its stream. */
  private readonly problems = new ProblemFilter();

  constructor(private readonly list: SegmentList) {}

  @Get()
  @Requires('segments:read')
  @ApiOperation({ summary: 'The segments, newest first; or filtered, sorted, as CSV' })
  @ApiProduces('application/json', 'text/csv')
  @Answers(
    200,
    page(segmentSchema),
    { 400: ['request.cursor'], 422: ['as-of.invalid', 'segments.field-unknown'] },
    { 'text/csv': text },
  )
  async read(
    @CurrentActor() actor: Actor,
    @Query() query: ListSegmentsQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page<SegmentView> | StreamableFile> {
    const format = query.format ?? (accept?.includes('text/csv') ? 'csv' : 'json');
    if (format === 'json') return this.list.page(actor, requestOf(query), query);
    const file = new StreamableFile(csvOf(this.list.all(actor, requestOf(query))), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="segments.csv"',
    });
    return file.setErrorHandler((error) => this.problems.answer(error, response));
  }
}
