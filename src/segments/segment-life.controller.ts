/** `/segments/{id}/duplicate`, `/pause`, `/resume`, `/deactivate`, `/archive`, `/restore`, `/mark-used`, `/usage`. */

import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import type { SegmentInUse, SegmentView, Use } from './segment.view.js';
import { DuplicateSegmentDto } from './segments.dto.js';
import { segmentSchema, usageSchema } from './segments.schema.js';
import { Segments } from './segments.service.js';

const refused = (...conflicts: string[]) => ({
  404: ['segment.not-found'],
  409: ['segment.status', ...conflicts],
});

@ApiTags('segments')
@ProtectedController('segments')
export class SegmentLifeController {
  constructor(private readonly segments: Segments) {}

  @Post(':id/duplicate')
  @Requires('segments:write')
  @ApiOperation({ summary: 'Make another of the same definition and the same people chosen by hand' })
  @Answers(201, segmentSchema, {
    404: ['segment.not-found'],
    409: ['segment.name-taken', 'segment.needs-archived'],
    422: ['rule.invalid', 'subject.unknown'],
  })
  duplicate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DuplicateSegmentDto,
  ): Promise<SegmentView> {
    return this.segments.duplicate(actor, id, body.name);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Keep an active segment’s members as they are' })
  @Answers(200, segmentSchema, refused())
  pause(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SegmentView> {
    return this.segments.step(actor, id, 'pause');
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Make a paused or inactive segment active' })
  @Answers(200, segmentSchema, refused())
  resume(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SegmentView> {
    return this.segments.step(actor, id, 'resume');
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Keep an active or paused segment from being used' })
  @Answers(200, segmentSchema, refused())
  deactivate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SegmentView> {
    return this.segments.step(actor, id, 'deactivate');
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Put a segment that nothing relies on out of sight, as it is' })
  @Answers(200, segmentSchema, refused('segment.in-use'))
  archive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SegmentView> {
    return this.segments.step(actor, id, 'archive');
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Bring an archived segment back, in the status it had' })
  @Answers(200, segmentSchema, refused('segment.needs-archived'))
  restore(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SegmentView> {
    return this.segments.step(actor, id, 'restore');
  }

  @Post(':id/mark-used')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Count one use of an active or paused segment' })
  @Answers(200, segmentSchema, refused())
  markUsed(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SegmentView> {
    return this.segments.markUsed(actor, id);
  }

  @Get(':id/usage')
  @Requires('segments:read')
  @ApiOperation({ summary: 'What relies on a segment: segments built on it, campaigns' })
  @Answers(200, usageSchema, { 404: ['segment.not-found'] })
  async usage(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: readonly (SegmentInUse | Use)[] }> {
    return { items: await this.segments.usage(actor, id) };
  }
}
