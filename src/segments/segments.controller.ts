/** `/segments`: create, read, change, delete, list. */

import {
  Body,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { page } from '../access/schemas.js';
import { BodyText } from './body-text.interceptor.js';
import { versionRead } from './if-match.js';
import type { SegmentView } from './segment.view.js';
import { CreateSegmentDto, ListSegmentsQuery, UpdateSegmentDto } from './segments.dto.js';
import { segmentSchema } from './segments.schema.js';
import { Segments } from './segments.service.js';

@ApiTags('segments')
@UseInterceptors(BodyText)
@ProtectedController('segments')
export class SegmentsController {
  constructor(private readonly segments: Segments) {}

  @Post()
  @Requires('segments:write')
  @ApiOperation({ summary: 'Make a segment of a rule' })
  @Answers(201, segmentSchema, {
    409: ['segment.name-taken'],
    422: ['rule.invalid', 'subject.unknown'],
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateSegmentDto): Promise<SegmentView> {
    return this.segments.create(actor, body);
  }

  @Get()
  @Requires('segments:read')
  @ApiOperation({ summary: 'The segments, newest first' })
  @Answers(200, page(segmentSchema))
  list(@CurrentActor() actor: Actor, @Query() query: ListSegmentsQuery): Promise<Page<SegmentView>> {
    return this.segments.list(actor, query.limit, query.cursor);
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
  @ApiOperation({ summary: 'Change a segment; the version that was read comes along' })
  @Answers(200, segmentSchema, {
    404: ['segment.not-found'],
    409: ['segment.changed', 'segment.name-taken'],
    422: ['rule.invalid', 'segment.cycle'],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateSegmentDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<SegmentView> {
    return this.segments.update(actor, id, versionRead(body.version, ifMatch), body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Delete a segment that no other is built on' })
  @Answers(204, undefined, { 404: ['segment.not-found'], 409: ['segment.in-use'] })
  delete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.segments.delete(actor, id);
  }
}
