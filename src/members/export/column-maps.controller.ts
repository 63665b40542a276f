/** `/column-maps`. */

import { Body, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { Answers } from '../../access/answers.decorator.js';
import { CurrentActor } from '../../access/current-actor.decorator.js';
import { versionRead } from '../../access/if-match.js';
import type { Page } from '../../access/page.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import { count, id, instant, list, object, oneOf, orNull, page, text } from '../../access/schemas.js';
import { channels } from '../../consent/channels.js';
import type { ColumnMapView } from './column-map.entity.js';
import { CreateColumnMapDto, ListColumnMapsQuery, UpdateColumnMapDto } from './column-maps.dto.js';
import { ColumnMaps } from './column-maps.service.js';
import { formatNames } from './formats.js';

const columnMapSchema = object({
  id,
  name: text,
  subject: text,
  format: oneOf(...formatNames),
  columns: list(object({ field: text }, { header: text })),
  reachable_by: orNull(oneOf(...channels)),
  version: count,
  created_at: instant,
  created_by: text,
  updated_at: instant,
  updated_by: text,
});

const unknown = { 404: ['column-map.not-found'] };
const refused = ['export.columns', 'consent.channel-unknown', 'subject.unknown'];

@ApiTags('column maps')
@ProtectedController('column-maps')
@Requires('segments:export')
export class ColumnMapsController {
  constructor(private readonly maps: ColumnMaps) {}

  @Post()
  @ApiOperation({ summary: 'Keep a choice of columns under a name, which exports take as their format' })
  @Answers(201, columnMapSchema, { 409: ['column-map.name-taken'], 422: refused })
  create(@CurrentActor() actor: Actor, @Body() body: CreateColumnMapDto): Promise<ColumnMapView> {
    return this.maps.create(actor, body);
  }

  @Get()
  @ApiOperation({ summary: 'The column maps, newest first' })
  @Answers(200, page(columnMapSchema))
  list(@CurrentActor() actor: Actor, @Query() query: ListColumnMapsQuery): Promise<Page<ColumnMapView>> {
    return this.maps.list(actor, query.limit, query.cursor);
  }

  @Get(':map_id')
  @ApiOperation({ summary: 'One column map' })
  @Answers(200, columnMapSchema, unknown)
  read(@CurrentActor() actor: Actor, @Param('map_id', ParseUUIDPipe) id: string): Promise<ColumnMapView> {
    return this.maps.read(actor, id);
  }

  @Put(':map_id')
  @ApiOperation({ summary: 'Change a column map; the version that was read comes along' })
  @Answers(200, columnMapSchema, {
    ...unknown,
    409: ['column-map.changed', 'column-map.name-taken'],
    422: refused,
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('map_id', ParseUUIDPipe) id: string,
    @Body() { version, ...changes }: UpdateColumnMapDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<ColumnMapView> {
    return this.maps.update(actor, id, versionRead(version, ifMatch), changes);
  }

  @Delete(':map_id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a column map' })
  @Answers(204, undefined, unknown)
  delete(@CurrentActor() actor: Actor, @Param('map_id', ParseUUIDPipe) id: string): Promise<void> {
    return this.maps.delete(actor, id);
  }
}
