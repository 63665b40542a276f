/** `/consent/{subject}/{id}`. */

import { Body, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { GiveConsentDto } from './consent.dto.js';
import { consentSchema } from './consent.schema.js';
import { Consents, type ConsentView } from './consents.service.js';

const notFound = ['consent.not-found'];
const noSecret = ['consent.secret-missing'];

@ApiTags('consent')
@ProtectedController('consent')
export class ConsentsController {
  constructor(private readonly consents: Consents) {}

  @Get(':subject/:id')
  @Requires('consent:read')
  @ApiOperation({ summary: 'What somebody has agreed to, and whether they may be contacted' })
  @Answers(200, consentSchema, { 404: notFound, 422: ['subject.unknown'], 501: noSecret })
  read(
    @CurrentActor() actor: Actor,
    @Param('subject') subject: string,
    @Param('id') id: string,
  ): Promise<ConsentView> {
    return this.consents.read(actor, subject, id);
  }

  @Put(':subject/:id')
  @Requires('consent:write')
  @ApiOperation({ summary: 'Record that somebody has agreed, or has said no; what was said later stays' })
  @Answers(200, consentSchema, {
    404: notFound,
    422: ['subject.unknown', 'consent.channel-unknown', 'consent.from-future'],
    501: noSecret,
  })
  record(
    @CurrentActor() actor: Actor,
    @Param('subject') subject: string,
    @Param('id') id: string,
    @Body() { at, ...body }: GiveConsentDto,
  ): Promise<ConsentView> {
    return this.consents.record(actor, subject, id, {
      ...body,
      at: at === undefined ? new Date() : new Date(at),
    });
  }
}
