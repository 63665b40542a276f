/** Why somebody is in a segment or not: the verdict of every node of its rule, what it rests on, and how long it lasts. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import { showsAddress } from '../catalogue/addresses.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import { Ledger, type Stay } from '../members/ledger.repository.js';
import { MemberNotFoundError } from '../members/members.errors.js';
import { type PinRow, PinsRepository } from '../members/pins.repository.js';
import type { Checked, Operand } from '../rule-language/checked.js';
import { type Target, verdicts } from '../rule-language/to-sql/compile.js';
import { described, given } from '../rule-language/to-sql/subjects.js';
import { conditionInWords } from '../rule-language/to-words.js';
import { RuleReader } from '../segments/rule-reader.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { Segments } from '../segments/segments.service.js';
import { type Ask, type Attempt, Evaluation, limits } from './evaluation.js';
import { type Evidence, evidenceOf } from './evidence.js';
import { type NextChange, nextChange } from './next-change.js';
import { nodesOf } from './partial-rules.js';

export interface ExplainedNode {
  /** Where it stands in the rule; the root is the empty text. */
  readonly path: string;
  readonly words: string;
  readonly matches: boolean;
  /** What was tested, as text; null when missing, and of an address for those who may not export it. Absent on groups. */
  readonly value?: string | null;
  /** Of a condition on related records: the latest that contribute. */
  readonly evidence?: Evidence;
}

export interface Explanation {
  readonly member_id: string;
  readonly external_id: string | null;
  readonly display: string | null;
  /** Whether the rule matches, at `as_of`. */
  readonly matches: boolean;
  /** Whether the stored members have them, at `as_of`. */
  readonly is_member: boolean;
  readonly added_at: Date | null;
  readonly cause: Stay['cause'] | null;
  /** Who included or excluded them by hand, if somebody has. */
  readonly pin: Omit<PinRow, 'subject_id'> | null;
  /** Of a static segment, none. */
  readonly nodes: readonly ExplainedNode[];
  /** When time alone would change whether the rule matches; null without a rule, or where a pin has the last word. */
  readonly next_change: NextChange | null;
}

type Verdicts = Record<string, boolean | string | null>;

@Injectable()
export class Explain {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly ledger: Ledger,
    private readonly evaluation: Evaluation,
    private readonly pins: PinsRepository,
  ) {}

  /** @throws MemberNotFoundError for whoever is no subject of the tenant */
  async explain(
    actor: Actor,
    segmentId: string,
    member: string,
    asOf: Temporal.Instant,
  ): Promise<Explanation> {
    const segment = await this.segments.row(actor.tenant, segmentId);
    const subject = this.rules.subject(segment.subject);
    const nodes = await this.nodes(segment);
    const target = await this.rules.target(actor.tenant, subject, asOf);
    if (!isKeyOf(subject, member)) throw new MemberNotFoundError(member);
    const pin = await this.pins.find(subject, { tenant: actor.tenant, segment: segmentId }, member);
    const mayShow = (operand: Operand): boolean =>
      actor.permissions.has('segments:export') || !showsAddress(operand, target.vocabulary);
    const { verdict, person, evidence, change } = await this.evaluation.read(actor.tenant, (ask, attempt) =>
      looked({ nodes, target, member, pinned: pin !== undefined, mayShow }, ask, attempt),
    );
    if (!verdict || !person) throw new MemberNotFoundError(member);
    const stay = await this.ledger.stayAt(subject, actor.tenant, segmentId, member, asOf.toString());
    const zone = await this.rules.zone(actor.tenant);
    return {
      member_id: String(verdict.id),
      external_id: person.external_id,
      display: person.display,
      matches: verdict.n0 === true,
      is_member: stay !== undefined,
      added_at: stay?.entered_at ?? null,
      cause: stay?.cause ?? null,
      pin: pin ? pinOf(pin) : null,
      nodes: nodes.map((node, index) => ({
        path: node.at,
        words: conditionInWords(node, { subject, zone, language: actor.language }),
        matches: verdict[`n${index}`] === true,
        ...(`v${index}` in verdict && {
          value: isShown(node, mayShow) ? (verdict[`v${index}`] as string | null) : null,
        }),
        ...(evidence[index] && { evidence: evidence[index] }),
      })),
      next_change: change,
    };
  }

  private async nodes({ tenant_id, subject, rules }: SegmentRow): Promise<Checked[]> {
    return rules === null ? [] : nodesOf((await this.rules.read(tenant_id, subject, rules)).checked);
  }
}

interface Looked {
  readonly nodes: readonly Checked[];
  readonly target: Target;
  readonly member: string;
  readonly pinned: boolean;
  readonly mayShow: (operand: Operand) => boolean;
}

/** All in one snapshot. */
async function looked({ nodes, target, member, pinned, mayShow }: Looked, ask: Ask, attempt: Attempt) {
  const [verdict] = await ask<Verdicts>(verdicts(nodes, target, [member]));
  const [person] = await ask<Pick<Explanation, 'external_id' | 'display'>>(
    described(target, given(target, [member])),
  );
  const evidence: (Evidence | undefined)[] = [];
  if (person) for (const node of nodes) evidence.push(await evidenceOf(node, target, member, ask, mayShow));
  const [rule] = nodes;
  const change =
    person && rule && !pinned ? await nextChange(rule, target, member, attempt, limits['next change']) : null;
  return { verdict, person, evidence, change };
}

const isShown = (node: Checked, mayShow: Looked['mayShow']): boolean =>
  node.kind !== 'condition' || mayShow(node.operand);

const pinOf = ({ subject_id: _, ...pin }: PinRow): Omit<PinRow, 'subject_id'> => pin;
