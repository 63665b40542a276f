/** Copies of segments: of the same definition, and of the same people chosen by hand. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Definitions } from './definitions.service.js';
import { withLockedSegment } from './locked-segment.js';
import { RuleReader } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import { SegmentDependencies } from './segment-dependencies.service.js';
import { SegmentMembership } from './segment-membership.js';
import { SegmentsRepository } from './segments.repository.js';
import { TenantClocks } from './tenant-clocks.repository.js';

@Injectable()
export class SegmentCopies {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly dependencies: SegmentDependencies,
    private readonly definitions: Definitions,
    private readonly rules: RuleReader,
    private readonly membership: SegmentMembership,
    private readonly clocks: TenantClocks,
  ) {}

  /**
   * A segment of its own; active, and never used.
   * @param name if not given, `… (copy)`, or the first free of `… (copy 2)` and so on
   */
  duplicate(actor: Actor, id: string, name: string | undefined): Promise<SegmentRow> {
    return withLockedSegment(this.segments, this.dependencies, actor, id, async (manager, segment) => {
      const taken = await this.segments.namesLike(manager, actor.tenant, copyStem(segment.name));
      const wanted = {
        ...segment,
        template: null,
        name: name ?? copyName(segment.name, taken),
        owner: actor.name,
      };
      const copy = await this.definitions.insert(manager, actor, wanted);
      const subject = this.rules.subject(segment.subject);
      const { now } = await this.clocks.read(manager, actor.tenant);
      const how = { at: now.toString(), by: actor.name };
      const joined = await this.membership.copyPins(manager, subject, { from: segment, to: copy }, how);
      if (joined > 0)
        await this.segments.recordMembers(
          manager,
          copy,
          { joined, left: 0 },
          { at: how.at, calculated: false },
        );
      return copy;
    });
  }
}

const longestName = 200;

/** What every copy's name starts with; a long one is cut, so that the rest has room. */
const copyStem = (name: string): string => [...name].slice(0, longestName - ' (copy 9999)'.length).join('');

function copyName(name: string, taken: readonly string[]): string {
  const names = new Set(taken);
  const nth = (n: number): string => `${copyStem(name)} (copy${n === 1 ? '' : ` ${n}`})`;
  let n = 1;
  while (names.has(nth(n))) n += 1;
  return nth(n);
}
