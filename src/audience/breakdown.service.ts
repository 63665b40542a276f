/** The members of a segment by the values of a field. */

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/current-actor.decorator.js';
import { showsAddress } from '../catalogue/addresses.js';
import { Ledger } from '../members/ledger.repository.js';
import type { Operand } from '../rule-language/checked.js';
import type { FieldType } from '../rule-language/field.js';
import { tested } from '../rule-language/to-sql/subjects.js';
import { RuleReader } from '../segments/rule-reader.js';
import { Segments } from '../segments/segments.service.js';
import { FieldNotGroupableError } from './audience.errors.js';
import { type Group, groupsOf } from './breakdown-groups.js';
import { Evaluation } from './evaluation.js';

export interface CountedGroup extends Group {
  /** Of all members, 0 to 1. Where members have several values, shares may sum up to more. */
  readonly share: number;
}

export interface Breakdown {
  readonly field: string;
  readonly type: FieldType;
  /** Members at `as_of`, by their records as they are now. */
  readonly total: number;
  /** At most fifty, the largest first; numbers and months in their order. */
  readonly groups: readonly CountedGroup[];
  /** Those with other values than these. */
  readonly other: { readonly values: number; readonly count: number; readonly share: number };
  readonly missing: { readonly count: number; readonly share: number };
}

@Injectable()
export class Breakdowns {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly ledger: Ledger,
    private readonly evaluation: Evaluation,
  ) {}

  /**
   * By an address only for those who may export it.
   * @throws SegmentNotFoundError, RuleInvalidError for an unknown field, FieldNotGroupableError for a point, ForbiddenError
   */
  async breakdown(actor: Actor, id: string, field: string, asOf: Temporal.Instant): Promise<Breakdown> {
    const segment = await this.segments.row(actor.tenant, id);
    const operand = await this.operand(actor.tenant, segment.subject, field);
    const subject = this.rules.subject(segment.subject);
    const target = await this.rules.target(actor.tenant, subject, asOf);
    if (showsAddress(operand, target.vocabulary)) demand(actor, 'segments:export');
    const members = this.ledger.membersAt(subject, actor.tenant, id, asOf.toString());
    const found = await this.evaluation.read(actor.tenant, (ask) =>
      groupsOf(operand, tested(target, members, operand), target.clock.zone, ask),
    );
    const share = (count: number): number => (found.total === 0 ? 0 : count / found.total);
    return {
      field,
      type: operand.type,
      total: found.total,
      groups: found.groups.map((group) => ({ ...group, share: share(group.count) })),
      other: { ...found.other, share: share(found.other.count) },
      missing: { count: found.missing, share: share(found.missing) },
    };
  }

  private async operand(tenant: string, subject: string, field: string): Promise<Operand> {
    const { checked } = await this.rules.read(tenant, subject, { field, operator: 'is_not_empty' });
    if (checked.kind !== 'condition' || checked.operand.type === 'point')
      throw new FieldNotGroupableError(field);
    return checked.operand;
  }
}
