/** The bodies of the routes of single rules. */

import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow, ArrayNotEmpty, IsArray, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { InvalidRequestError } from '../access/access.errors.js';
import { AsSent } from '../access/as-sent.decorator.js';
import { IfGiven } from '../access/if-given.decorator.js';
import { VersionRead } from '../access/version-read.decorator.js';
import type { Placement } from '../rules/rule-edits.js';
import { isNode } from '../rules/rule-nodes.js';
import type { SentNode } from './foreign-nodes.js';

/** May be left out, or null as the nodes of a rule show it where there is none. */
const OrNull = () =>
  applyDecorators(
    IsOptional(),
    Transform(({ value }: { value: unknown }) => value ?? undefined),
  );

export class RuleVersionDto {
  @VersionRead()
  version?: number;
}

export class RuleNodeDto extends RuleVersionDto {
  @ApiPropertyOptional({
    description:
      'A group or condition of any kind, also as other CRMs write them; or `field`, `operator` and `value` instead',
    oneOf: [
      { type: 'object', additionalProperties: true },
      { type: 'array', items: {} },
    ],
    example: { field: 'country', operator: 'equals', value: 'DE' },
  })
  @Allow()
  @AsSent()
  rule?: unknown;

  @ApiPropertyOptional({ example: 'country' })
  @IfGiven()
  @IsString()
  field?: string;

  @ApiPropertyOptional({ example: 'equals' })
  @IfGiven()
  @IsString()
  operator?: string;

  @ApiPropertyOptional({ description: 'Whatever the operator takes', example: 'DE' })
  @Allow()
  @AsSent()
  value?: unknown;

  @ApiPropertyOptional({
    nullable: true,
    enum: ['AND', 'OR'],
    description: 'How the rules of its group are joined',
  })
  @OrNull()
  @IsIn(['AND', 'OR'])
  logical_operator?: 'AND' | 'OR';

  @ApiPropertyOptional({
    nullable: true,
    description: 'Among the rules of its group, from 0; the end, if not given',
  })
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;

  @ApiPropertyOptional({ nullable: true, description: 'The group it goes to; the whole rule, if not given' })
  @OrNull()
  @IsString()
  parent_id?: string;
}

export class RuleOrderDto extends RuleVersionDto {
  @ApiPropertyOptional({ nullable: true, description: 'A group; the whole rule, if not given' })
  @OrNull()
  @IsString()
  parent_id?: string;

  @ApiProperty({ type: [String], description: 'The ids of all its rules', example: ['second', 'first'] })
  @IsArray()
  @ArrayNotEmpty()
  @IsString({ each: true })
  order!: string[];
}

/** The node that is sent, whichever way. @throws InvalidRequestError for both ways at once */
export function nodeIn(body: RuleNodeDto): SentNode | undefined {
  const { rule } = body;
  const parts = partsOf(body);
  if (rule === undefined && parts) return { ...parts, logical_operator: body.logical_operator };
  if (rule === undefined) return undefined;
  if (parts) throw refused('rule', 'Send either `rule`, or `field`, `operator` and `value`.');
  if (!isNode(rule) && !Array.isArray(rule))
    throw refused('rule', 'A rule is an object: a group or a condition.');
  return rule;
}

/** Where it goes. Sent by its parts, a rule is a row, and says itself how it is joined. */
export function placementIn(body: RuleNodeDto): Placement {
  const { parent_id, position, logical_operator } = body;
  return { parent_id, position, ...(!partsOf(body) && { logical_operator }) };
}

function partsOf({ field, operator, value }: RuleNodeDto): Readonly<Record<string, unknown>> | undefined {
  const parts = Object.entries({ field, operator, value }).filter(([, part]) => part !== undefined);
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/** @throws InvalidRequestError */
export function neededNodeIn(body: RuleNodeDto): SentNode {
  const node = nodeIn(body);
  if (!node) throw refused('rule', 'Send the rule to add.');
  return node;
}

const refused = (path: string, message: string): InvalidRequestError =>
  new InvalidRequestError([{ path, code: 'request.rule', message }]);
