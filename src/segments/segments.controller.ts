/** `/segments`: create, read, change, delete. */

import { Body, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { versionRead } from '../access/if-match.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import type { SegmentView } from './segment.view.js';
import { CreateSegmentDto, UpdateSegmentDto } from './segments.dto.js';
import { segmentSchema } from './segments.schema.js';
import { Segments } from './segments.service.js';

/** What any edit of a definition may be refused with. */
export const refusedEdits = {
  404: ['segment.not-found'],
  409: [
    'segment.changed',
    'segment.name-taken',
    'segment.status',
    'segment.needs-archived',
    'segment.pins-lost',
    'segment.not-calculated',
  ],
  422: ['rule.invalid', 'segment.parts', 'segment.cycle', 'subject.unknown'],
};

@ApiTags('segments')
@ProtectedController('segments')
export class SegmentsController {
  constructor(private readonly segments: Segments) {}

  @Post()
  @Requires('segments:write')
  @ApiOperation({ summary: 'Make a segment: of a rule, of people chosen by hand, or of both' })
  @Answers(201, segmentSchema, {
    409: ['segment.name-taken', 'segment.needs-archived'],
    422: ['rule.invalid', 'segment.parts', 'subject.unknown'],
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateSegmentDto): Promise<SegmentView> {
    return this.segments.create(actor, body);
  }

  @Get(':id')
  @Requires('segments:read')
  @ApiOperation({ summary: 'One segment' })
  @Answers(200, segmentSchema, { 404: ['segment.not-found'] })
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SegmentView> {
    return this.segments.read(actor, id);
  }

  @Put(':id')
  @Requires('segments:write')
  @ApiOperation({ summary: 'Change what is sent of a segment; the version that was read comes along' })
  @Answers(200, segmentSchema, refusedEdits)
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateSegmentDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<SegmentView> {
    return this.update(actor, id, body, ifMatch);
  }

  @Patch(':id')
  @Requires('segments:write')
  @ApiOperation({ summary: 'The same as PUT' })
  @Answers(200, segmentSchema, refusedEdits)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...changes }: UpdateSegmentDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<SegmentView> {
    return this.segments.update(actor, id, versionRead(version, ifMatch), changes);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Delete a segment that nothing relies on' })
  @Answers(204, undefined, { 404: ['segment.not-found'], 409: ['segment.in-use'] })
  delete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.segments.delete(actor, id);
  }
}
