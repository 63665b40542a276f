/** `/segment-templates` and `/segments/from-template`. */

import { Body, Get, HttpStatus, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../access/actor.js';
import { Answers, AnswersAlso } from '../../access/answers.decorator.js';
import { CurrentActor } from '../../access/current-actor.decorator.js';
import { ProtectedController } from '../../access/protected-controller.decorator.js';
import { Requires } from '../../access/requires.decorator.js';
import type { SegmentView } from '../segment.view.js';
import { segmentSchema } from '../segments.schema.js';
import { FromTemplateDto, TemplatesQuery } from './segment-templates.dto.js';
import { templatesSchema } from './segment-templates.schema.js';
import { SegmentTemplates } from './segment-templates.service.js';
import type { TemplateView } from './template.view.js';

@ApiTags('templates')
@ProtectedController('')
export class SegmentTemplatesController {
  constructor(private readonly templates: SegmentTemplates) {}

  @Get('segment-templates')
  @Requires('segments:read')
  @ApiOperation({ summary: 'Ready-made segments, with what has been made of each' })
  @Answers(200, templatesSchema)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: TemplatesQuery,
  ): Promise<{ readonly items: readonly TemplateView[] }> {
    return { items: await this.templates.list(actor, query.unavailable === 'true') };
  }

  @Post('segments/from-template')
  @Requires('segments:write')
  @ApiOperation({ summary: 'Make a segment of a template, with those that it refers to' })
  @AnswersAlso(200, 'The one that has been made of it with these parameters', segmentSchema)
  @Answers(201, segmentSchema, {
    404: ['template.not-found'],
    409: ['segment.name-taken'],
    422: ['template.parameters', 'template.unavailable', 'rule.invalid'],
  })
  async instantiate(
    @CurrentActor() actor: Actor,
    @Body() body: FromTemplateDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SegmentView> {
    const { segment, made } = await this.templates.instantiate(actor, body);
    response.status(made ? HttpStatus.CREATED : HttpStatus.OK);
    return segment;
  }
}
