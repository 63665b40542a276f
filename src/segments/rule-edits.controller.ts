/** `/segments/{id}/rules`: one node of the rule at a time. */

import { Body, Delete, Get, Headers, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { type AnswerSchema, Answers } from '../access/answers.decorator.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { versionRead } from '../access/if-match.js';
import { ProtectedController } from '../access/protected-controller.decorator.js';
import { Requires } from '../access/requires.decorator.js';
import { count, list, object, oneOf, orNull, rule, text } from '../access/schemas.js';
import {
  neededNodeIn,
  nodeIn,
  placementIn,
  RuleNodeDto,
  RuleOrderDto,
  RuleVersionDto,
} from './rule-edits.dto.js';
import { type EditedNode, RuleEdits, type RuleNodes } from './rule-edits.service.js';

const nodeSchema = object({
  id: text,
  parent_id: orNull(text),
  path: text,
  position: count,
  logical_operator: orNull(oneOf('AND', 'OR')),
  field: orNull(text),
  operator: orNull(text),
  value: {} as AnswerSchema,
  rule,
});
const nodesSchema = object({ version: count, items: list(nodeSchema) });
const editedSchema = object({ version: count, rule: nodeSchema });

const refused = (...missing: string[]) => ({
  404: ['segment.not-found', ...missing],
  409: ['segment.changed', 'segment.status', 'segment.no-rule'],
  422: ['rule.invalid', 'subject.unknown', 'rule.edit'],
});

/** What comes in may speak of other segments. */
const refusedRules = (...missing: string[]) => ({
  ...refused(...missing),
  409: [...refused()[409], 'segment.needs-archived'],
  422: [...refused()[422], 'segment.cycle'],
});

@ApiTags('rules')
@ProtectedController('segments')
export class RuleEditsController {
  constructor(private readonly edits: RuleEdits) {}

  @Get(':id/rules')
  @Requires('segments:read')
  @ApiOperation({ summary: 'The nodes of the rule, each with the id that edits of it name' })
  @Answers(200, nodesSchema, { 404: ['segment.not-found'], 409: ['segment.no-rule'] })
  nodes(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) segment: string): Promise<RuleNodes> {
    return this.edits.nodes(actor, segment);
  }

  @Post(':id/rules')
  @Requires('segments:write')
  @ApiOperation({ summary: 'Add a condition or a group to the rule' })
  @Answers(201, editedSchema, refusedRules())
  add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) segment: string,
    @Body() body: RuleNodeDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<EditedNode> {
    const at = { segment, version: versionRead(body.version, ifMatch) };
    return this.edits.add(actor, at, neededNodeIn(body), placementIn(body));
  }

  @Put(':id/rules/order')
  @Requires('segments:write')
  @ApiOperation({ summary: 'Put the rules of a group in another order' })
  @Answers(200, nodesSchema, refused('rule.not-found'))
  order(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) segment: string,
    @Body() { version, parent_id, order }: RuleOrderDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<RuleNodes> {
    const at = { segment, version: versionRead(version, ifMatch) };
    return this.edits.reorder(actor, at, parent_id, order);
  }

  @Put(':id/rules/:rule_id')
  @Requires('segments:write')
  @ApiOperation({ summary: 'Replace a condition or a group, or take it elsewhere' })
  @Answers(200, editedSchema, refusedRules('rule.not-found'))
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) segment: string,
    @Param('rule_id') id: string,
    @Body() body: RuleNodeDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<EditedNode> {
    const at = { segment, version: versionRead(body.version, ifMatch) };
    return this.edits.replace(actor, at, id, nodeIn(body), placementIn(body));
  }

  @Delete(':id/rules/:rule_id')
  @Requires('segments:write')
  @ApiOperation({ summary: 'Take a condition or a group out of the rule' })
  @Answers(200, nodesSchema, refused('rule.not-found'))
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) segment: string,
    @Param('rule_id') id: string,
    @Body() body: RuleVersionDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<RuleNodes> {
    return this.edits.remove(actor, { segment, version: versionRead(body.version, ifMatch) }, id);
  }
}
