/** `/segments/{id}/calculate` and `/segments/{id}/runs`. */

import { Body, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Max, Min } from 'class-validator';
import type { Response } from 'express';
import type { Actor } from '../access/actor.js';
import { Answers, AnswersAlso } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { page } from '../access/schemas.js';
import { SortedBy, type SortName, sortOf } from '../access/sorted-by.decorator.js';
import { permittedAsOf } from '../segments/as-of.js';
import { FullRefresh } from './full-refresh.service.js';
import { type RunRow, type RunStatus, runStatuses } from './run.entity.js';
import { runSchema } from './run.schema.js';

export class CalculateQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: '`true`: answer when the run has ended' })
  @IfGiven()
  @IsIn(['true', 'false'])
  wait?: string;

  @ApiPropertyOptional({
    description:
      'Calculate as of this instant, of now or the past: only on the schedule `manual` (permission `segments:as-of`)',
  })
  @IfGiven()
  @IsString()
  as_of?: string;
}

export class CalculateDto {
  @ApiPropertyOptional({ description: 'As in the query', example: '2026-03-01T00:00:00Z' })
  @IfGiven()
  @IsString()
  as_of?: string;
}

const runSorts = ['started_at'] as const;

export class ListRunsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @IsUUID()
  cursor?: string;

  @SortedBy(runSorts, '-started_at')
  sort: SortName<(typeof runSorts)[number]> = '-started_at';

  @ApiPropertyOptional({ enum: [...runStatuses] })
  @IfGiven()
  @IsIn(runStatuses)
  status?: RunStatus;
}

@ApiTags('refresh')
@ProtectedController('segments')
export class RefreshController {
  constructor(private readonly refresh: FullRefresh) {}

  @Post(':id/calculate')
  @Requires('segments:calculate')
  @ApiOperation({
    summary: 'Bring the members up to date: 202 with the run that has begun, or 200 with its end',
  })
  @AnswersAlso(200, 'The run at its end, with `wait=true`', runSchema)
  @Answers(202, runSchema, {
    404: ['segment.not-found'],
    409: ['as-of.before-last-run', 'as-of.schedule', 'segment.status'],
    422: ['rule.invalid', 'subject.unknown', 'as-of.invalid', 'as-of.in-future'],
  })
  async calculate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CalculateQuery,
    @Body() body: CalculateDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunRow> {
    const asked = query.as_of ?? body.as_of;
    const asOf = asked === undefined ? undefined : permittedAsOf(actor, asked);
    const started = await this.refresh.start(actor, id, asOf);
    response.status(query.wait === 'true' ? HttpStatus.OK : HttpStatus.ACCEPTED);
    return query.wait === 'true' ? started.done : started.run;
  }

  @Get(':id/runs')
  @Requires('segments:read')
  @ApiOperation({ summary: 'Every run, newest first' })
  @Answers(200, page(runSchema), { 404: ['segment.not-found'] })
  runs(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit, cursor, sort, status }: ListRunsQuery,
  ): Promise<Page<RunRow>> {
    const { descending } = sortOf(sort);
    return this.refresh.list(actor, { segment: id, status }, { limit, after: cursor, descending });
  }
}
