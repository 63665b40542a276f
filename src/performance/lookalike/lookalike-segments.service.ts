/** Makes a segment of those who were found to be similar: with all of them, or not at all. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { Audit } from '../../access/audit/audit.service.js';
import { TenantDatabase } from '../../access/tenant-database.js';
import { PinnedMembers } from '../../members/pinned-members.service.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { given } from '../../rule-language/to-sql/subjects.js';
import { Definitions } from '../../segments/definitions.service.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import { SegmentDependencies } from '../../segments/segment-dependencies.service.js';
import type { SavedLookalike } from './lookalike.view.js';

/** Whom they are similar to. */
interface Source {
  readonly segment: SegmentRow;
  readonly target: Target;
  readonly traits: readonly { readonly field: string }[];
}

/** What the segment is called, and what it is known by afterwards. */
export interface Provenance {
  readonly name: string;
  readonly cut: { readonly size: number } | { readonly threshold: number };
  readonly auc: number;
}

@Injectable()
export class LookalikeSegments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dependencies: SegmentDependencies,
    private readonly definitions: Definitions,
    private readonly members: PinnedMembers,
    private readonly audit: Audit,
  ) {}

  /** Whoever was deleted meanwhile is left out. @throws SegmentNameTakenError */
  make(
    actor: Actor,
    source: Source,
    provenance: Provenance,
    similar: readonly string[],
  ): Promise<SavedLookalike> {
    return this.database.within(actor.tenant, async (manager) => {
      await this.dependencies.lock(manager, actor.tenant);
      const { name, cut } = provenance;
      const { segment, target } = source;
      const which = 'size' in cut ? `the ${cut.size} most similar` : `similar by at least ${cut.threshold}`;
      const description = `Similar to the members of “${segment.name}”: ${which} (AUC ${provenance.auc.toFixed(2)}).`;
      const { subject } = segment;
      const made = await this.definitions.insert(manager, actor, {
        name,
        subject,
        type: 'static',
        description,
      });
      const pins = { id: made.id, target, cause: 'pinned' } as const;
      const chosen = { ids: given(target, similar), reason: description };
      const { member_count } = await this.members.addSelected(manager, actor, pins, chosen);
      await this.record(manager, actor, made.id, source, { ...provenance, member_count });
      return { segment_id: made.id, name, member_count };
    });
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    id: string,
    { segment, traits }: Source,
    { cut, auc, member_count }: Provenance & { readonly member_count: number },
  ): Promise<void> {
    const details = {
      source: segment.id,
      ...cut,
      auc,
      member_count,
      fields: traits.map(({ field }) => field),
    };
    const act = { action: 'segment.lookalike-saved', target: { type: 'segment', id }, details };
    return this.audit.record(actor, act, manager);
  }
}
