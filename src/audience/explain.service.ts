/** Why somebody is in a segment or not: the verdict of every node of its rule, with the value tested. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import { Ledger, type Stay } from '../members/ledger.repository.js';
import { MemberNotFoundError } from '../members/members.errors.js';
import { type PinRow, PinsRepository } from '../members/pins.repository.js';
import type { Checked } from '../rule-language/checked.js';
import { described, given, verdicts } from '../rule-language/to-sql/compile.js';
import { conditionInWords } from '../rule-language/to-words.js';
import { RuleReader } from '../segments/rule-reader.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { Segments } from '../segments/segments.service.js';
import { Evaluation } from './evaluation.js';
import { nodesOf } from './partial-rules.js';

export interface ExplainedNode {
  /** Where it stands in the rule; the root is the empty text. */
  readonly path: string;
  readonly words: string;
  readonly matches: boolean;
  /** What was tested, as text; null when missing. Absent on groups. */
  readonly value?: string | null;
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
    const { verdict, person } = await this.evaluation.read(actor.tenant, async (ask) => {
      const [verdict] = await ask<Verdicts>(verdicts(nodes, target, [member]));
      const [person] = await ask<{ external_id: string | null; display: string | null }>(
        described(target, given(target, [member])),
      );
      return { verdict, person };
    });
    if (!verdict || !person) throw new MemberNotFoundError(member);
    const stay = await this.ledger.stayAt(subject, actor.tenant, segmentId, member, asOf.toString());
    const pin = await this.pins.find(subject, { tenant: actor.tenant, segment: segmentId }, member);
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
        ...(`v${index}` in verdict && { value: verdict[`v${index}`] as string | null }),
      })),
    };
  }

  private async nodes({ tenant_id, subject, rules }: SegmentRow): Promise<Checked[]> {
    return rules === null ? [] : nodesOf((await this.rules.read(tenant_id, subject, rules)).checked);
  }
}

const pinOf = ({ subject_id: _, ...pin }: PinRow): Omit<PinRow, 'subject_id'> => pin;
