/** Edits of one node of a segment's rule: each is a version, and none leaves a rule that is not understood in full. */

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inOrder, type Placement, withNode, without, withReplaced } from '../rules/rule-edits.js';
import { isNode, type RuleNode, withIds } from '../rules/rule-nodes.js';
import { type ShownNode, shownNodes } from '../rules/rule-rows.js';
import { RuleNodeNotFoundError } from '../rules/rules.errors.js';
import { Definitions } from './definitions.service.js';
import { nodeOfOurs, type SentNode } from './foreign-nodes.js';
import type { SegmentRow } from './segment.entity.js';
import { SegmentWithoutRuleError } from './segments.errors.js';
import { Segments } from './segments.service.js';

/** The nodes of a rule, each before those inside it. */
export interface RuleNodes {
  /** Of the segment. */
  readonly version: number;
  readonly items: readonly ShownNode[];
}

export interface EditedNode {
  readonly version: number;
  readonly rule: ShownNode;
}

/** Which rule, and the version of the segment that it was read at. */
export interface RuleAt {
  readonly segment: string;
  readonly version: number;
}

@Injectable()
export class RuleEdits {
  constructor(
    private readonly segments: Segments,
    private readonly definitions: Definitions,
  ) {}

  /** @throws SegmentWithoutRuleError */
  async nodes(actor: Actor, segment: string): Promise<RuleNodes> {
    return shown(await this.segments.row(actor.tenant, segment));
  }

  /**
   * @throws RuleEditError, RuleInvalidError with paths in the whole rule as it would be, WorkspaceNotFoundError, and what
   * an edit throws
   */
  async add(actor: Actor, at: RuleAt, sent: SentNode, to: Placement): Promise<EditedNode> {
    const id = (isNode(sent) ? sent.id : undefined) ?? uuid();
    const segment = await this.edit(actor, at, (rule, { subject }) => {
      const { node, placement } = nodeOfOurs({ tenant: actor.tenant, subject }, sent, to);
      return withNode(rule, { ...node, id }, placement);
    });
    return one(segment, String(id));
  }

  /** @param sent what it is from now on; as it was, if not given. Its id stays @throws RuleNodeNotFoundError, and what `add` throws */
  async replace(
    actor: Actor,
    at: RuleAt,
    id: string,
    sent: SentNode | undefined,
    to: Placement,
  ): Promise<EditedNode> {
    const segment = await this.edit(actor, at, (rule, { subject }) => {
      if (!sent) return withReplaced(rule, id, undefined, to);
      const { node, placement } = nodeOfOurs({ tenant: actor.tenant, subject }, sent, to);
      return withReplaced(rule, id, node, placement);
    });
    return one(segment, id);
  }

  /** @throws RuleNodeNotFoundError, and what `add` throws: the last of a group cannot go without it */
  async remove(actor: Actor, at: RuleAt, id: string): Promise<RuleNodes> {
    return shown(await this.edit(actor, at, (rule) => without(rule, id)));
  }

  /** @param parent a group; the whole rule, if not given @throws RuleEditError unless `order` names each of its rules once */
  async reorder(
    actor: Actor,
    at: RuleAt,
    parent: string | undefined,
    order: readonly string[],
  ): Promise<RuleNodes> {
    return shown(await this.edit(actor, at, (rule) => inOrder(rule, parent, order)));
  }

  /** What changes nothing does not write the ids down either. */
  private edit(
    actor: Actor,
    { segment: id, version }: RuleAt,
    change: (rule: RuleNode, segment: SegmentRow) => RuleNode,
  ): Promise<SegmentRow> {
    return this.definitions.change(actor, id, version, (segment) => {
      const rule = withIds(ruleOf(segment), segment.id);
      const edited = change(rule, segment);
      return isDeepStrictEqual(edited, rule) ? {} : { rules: edited };
    });
  }
}

/** @throws SegmentWithoutRuleError */
function ruleOf({ name, rules }: SegmentRow): NonNullable<SegmentRow['rules']> {
  if (rules === null) throw new SegmentWithoutRuleError(name);
  return rules;
}

const shown = (segment: SegmentRow): RuleNodes => ({
  version: segment.version,
  items: shownNodes(ruleOf(segment), segment.id),
});

function one(segment: SegmentRow, id: string): EditedNode {
  const { version, items } = shown(segment);
  const rule = items.find((node) => node.id === id);
  if (!rule) throw new RuleNodeNotFoundError(id);
  return { version, rule };
}
