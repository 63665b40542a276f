/** `/segments/{id}/versions`. */

import {
  Body,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';
import { versionRead } from '../access/if-match.js';
import type { Page } from '../access/page.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { count, instant, list, object, oneOf, orNull, page, text } from '../access/schemas.js';
import { VersionRead } from '../access/version-read.decorator.js';
import { definitionParts } from './definition.js';
import { differenceKinds } from './definition-differences.js';
import type { SegmentView } from './segment.view.js';
import { SegmentVersions, type VersionSummary, type VersionView } from './segment-versions.service.js';
import { refusedEdits } from './segments.controller.js';
import { definitionProperties, segmentSchema } from './segments.schema.js';

const largest = 2 ** 31 - 1;

export class ListVersionsQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ type: 'string', description: 'The `next_cursor` of the page before' })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(largest)
  cursor?: number;
}

export class ReadVersionQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'If not given, the version before' })
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(largest)
  compare_with?: number;
}

export class RestoreVersionDto {
  @VersionRead('The version that the segment is at; or send it as `If-Match`')
  version?: number;

  @ApiPropertyOptional({
    description: 'Of one that becomes dynamic: forget whom people have included and excluded',
  })
  @IfGiven()
  @IsBoolean()
  discard_pins?: boolean;
}

const summary = { version: count, created_at: instant, created_by: text };
const summarySchema = object({ ...summary, changed: list(oneOf(...definitionParts)) });
const versionSchema = object({
  ...summary,
  ...definitionProperties,
  compared_with: orNull(count),
  differences: list(
    object({ path: text, kind: oneOf(...differenceKinds), before: orNull(text), after: orNull(text) }),
  ),
});

@ApiTags('segments')
@ProtectedController('segments')
export class SegmentVersionsController {
  constructor(private readonly versions: SegmentVersions) {}

  @Get(':id/versions')
  @Requires('segments:read')
  @ApiOperation({ summary: 'Every version, newest first: who has changed what' })
  @Answers(200, page(summarySchema), { 404: ['segment.not-found'] })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit, cursor }: ListVersionsQuery,
  ): Promise<Page<VersionSummary>> {
    return this.versions.list(actor, id, { limit, before: cursor });
  }

  @Get(':id/versions/:version')
  @Requires('segments:read')
  @ApiOperation({ summary: 'One version, and where it differs from another, in words' })
  @Answers(200, versionSchema, { 404: ['segment.not-found', 'version.not-found'] })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
    @Query() query: ReadVersionQuery,
  ): Promise<VersionView> {
    return this.versions.read(actor, id, version, query.compare_with);
  }

  @Post(':id/versions/:version/restore')
  @HttpCode(200)
  @Requires('segments:write')
  @ApiOperation({ summary: 'Bring the definition of a version back, as a new version' })
  @Answers(200, segmentSchema, {
    404: ['segment.not-found', 'version.not-found'],
    409: refusedEdits[409],
    422: ['rule.invalid', 'segment.cycle', 'subject.unknown'],
  })
  restore(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
    @Body() body: RestoreVersionDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<SegmentView> {
    const current = versionRead(body.version, ifMatch);
    return this.versions.restore(actor, id, version, { current, discard_pins: body.discard_pins ?? false });
  }
}
