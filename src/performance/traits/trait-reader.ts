/** Finds the traits that somebody asked for, or the usual ones, in a tenant's catalogue. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { demand } from '../../access/current-actor.decorator.js';
import { showsAddress } from '../../catalogue/addresses.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { fieldNamed } from '../../rule-language/to-sql/subjects.js';
import { ruleRestsOn } from '../../rules/rests-on.js';
import { RuleReader } from '../../segments/rule-reader.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import { Segments } from '../../segments/segments.service.js';
import { TraitUnusableError } from '../performance.errors.js';
import { type ChosenTraits, traitOf, usualTraits } from './traits.js';

@Injectable()
export class TraitReader {
  constructor(
    private readonly rules: RuleReader,
    private readonly segments: Segments,
  ) {}

  /**
   * Exactly those that are named, addresses only for those who may export them; else all that are neither identifying nor sensitive.
   * @param segment where what rests on its own rule's fields is to be left out of the usual ones
   * @throws RuleInvalidError for a name that the catalogue does not have, TraitUnusableError for a point,
   * ForbiddenError
   */
  async choose(
    actor: Actor,
    target: Target,
    named: readonly string[] | undefined,
    segment?: SegmentRow,
  ): Promise<ChosenTraits> {
    if (named) return { traits: await this.named(actor, target, named), leftOut: [] };
    const asked = segment && (await this.askedBy(segment));
    return usualTraits(target.subject, (field) => fieldNamed(field, target), asked);
  }

  private async named(actor: Actor, { tenant, subject, vocabulary }: Target, names: readonly string[]) {
    const rules = [...new Set(names)].map((field) => ({ field, operator: 'is_not_empty' }));
    const { checked } = await this.rules.read(tenant, subject.name, { match: 'all', rules });
    const nodes = checked.kind === 'group' ? checked.rules : [checked];
    const traits = nodes.map((node, place) => {
      const field = rules[place]?.field ?? '';
      const trait = node.kind === 'condition' ? traitOf(field, node.operand) : undefined;
      if (!trait) throw new TraitUnusableError(field);
      return trait;
    });
    if (traits.some(({ operand }) => showsAddress(operand, vocabulary))) demand(actor, 'segments:export');
    return traits;
  }

  /**
   * Also by way of the segments that it asks about, which form no circle. A rule that is no longer understood asks about
   * nothing that there is.
   */
  private async askedBy({ tenant_id, subject, rules }: SegmentRow): Promise<ReadonlySet<string>> {
    if (rules === null) return new Set();
    const [read] = await this.rules.parseAll(tenant_id, [{ subject, rules }]);
    if (!read?.parsed.ok) return new Set();
    const asked = new Set(ruleRestsOn(read.parsed.checked));
    for (const id of read.needs) {
      const needed = await this.segments.row(tenant_id, id);
      for (const name of await this.askedBy(needed)) asked.add(name);
    }
    return asked;
  }
}
