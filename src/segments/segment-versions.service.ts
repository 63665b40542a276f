/** Every definition a segment has had: listed, compared in words, brought back. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Page } from '../access/page.js';
import { isVersion } from '../access/version-read.decorator.js';
import { conditionInWords } from '../rule-language/to-words.js';
import type { RuleNode } from '../rules/rule-nodes.js';
import { changedParts, type DefinitionPart } from './definition.js';
import { type DifferenceKind, differencesBetween, type Side } from './definition-differences.js';
import { RuleReader } from './rule-reader.js';
import type { SegmentDefinition, SegmentRow } from './segment.entity.js';
import type { SegmentView } from './segment.view.js';
import { VersionNotFoundError } from './segments.errors.js';
import { Segments } from './segments.service.js';
import { type VersionRow, VersionsRepository } from './versions.repository.js';

export interface VersionSummary {
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string;
  /** What is another than in the version before; of the first, nothing. */
  readonly changed: readonly DefinitionPart[];
}

export interface VersionDifference {
  /** `name`, or of the rule `rules.rules[2]`; of what was removed, where it stood. */
  readonly path: string;
  readonly kind: DifferenceKind;
  /** In words; null where there was nothing, or is nothing any more. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface VersionView extends SegmentDefinition, Omit<VersionSummary, 'changed'> {
  /** The version that it is compared with; null of the first, unless another is asked for. */
  readonly compared_with: number | null;
  readonly differences: readonly VersionDifference[];
}

@Injectable()
export class SegmentVersions {
  constructor(
    private readonly segments: Segments,
    private readonly versions: VersionsRepository,
    private readonly rules: RuleReader,
  ) {}

  /** Newest first; those older than `before`. */
  async list(
    { tenant }: Actor,
    id: string,
    { limit, before }: { readonly limit: number; readonly before: number | undefined },
  ): Promise<Page<VersionSummary>> {
    await this.segments.row(tenant, id);
    const [rows, total] = await Promise.all([
      this.versions.page(tenant, id, { limit: limit + 1, before }),
      this.versions.count(tenant, id),
    ]);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(({ version, created_at, created_by }, index) => ({
        version,
        created_at,
        created_by,
        changed: partsChanged(rows[index + 1], rows[index]),
      })),
      total,
      next_cursor: rows.length > limit ? String(shown.at(-1)?.version) : null,
    };
  }

  /**
   * One version, and where it differs from another.
   * @param other the one to compare it with; the one before it, if not given
   * @throws VersionNotFoundError
   */
  async read(actor: Actor, id: string, version: number, other?: number): Promise<VersionView> {
    const segment = await this.segments.row(actor.tenant, id);
    const row = await this.find(segment, version);
    const before = other ?? (version > 1 ? version - 1 : undefined);
    const base = before === undefined ? undefined : await this.find(segment, before);
    const differences = base ? await this.inWords(actor, segment, base, row) : [];
    return { ...row, compared_with: base?.version ?? null, differences };
  }

  /**
   * The definition of a version as a new version.
   * @param current the version that the segment is at
   * @throws VersionNotFoundError, and what an edit throws: its rule may be broken, its name taken by now
   */
  async restore(
    actor: Actor,
    id: string,
    version: number,
    { current, discard_pins }: { readonly current: number; readonly discard_pins: boolean },
  ): Promise<SegmentView> {
    const row = await this.find(await this.segments.row(actor.tenant, id), version);
    const { version: _number, created_at: _at, created_by: _by, ...definition } = row;
    return this.segments.update(actor, id, current, { ...definition, discard_pins });
  }

  private async find({ tenant_id, id, name }: SegmentRow, version: number): Promise<VersionRow> {
    const row = isVersion(version) ? await this.versions.find(tenant_id, id, version) : undefined;
    if (!row) throw new VersionNotFoundError(name, version);
    return row;
  }

  private async inWords(
    actor: Actor,
    segment: SegmentRow,
    before: VersionRow,
    after: VersionRow,
  ): Promise<VersionDifference[]> {
    const found = differencesBetween(before, after);
    const say = await this.speaker(
      actor,
      segment,
      found.flatMap((difference) => [difference.before, difference.after]),
    );
    return found.map(({ path, kind, before, after }) => ({
      path,
      kind,
      before: say(before),
      after: say(after),
    }));
  }

  /** Each node is read as a rule of its own, for it says what it means; one that is broken by now stays as it is written. */
  private async speaker(
    actor: Actor,
    { tenant_id, subject }: SegmentRow,
    sides: readonly Side[],
  ): Promise<(side: Side) => string | null> {
    const nodes = sides.flatMap((side) => (side && 'node' in side ? [side.node] : []));
    const documents = nodes.map((node) => ({ subject, rules: enabled(node) }));
    const read = await this.rules.parseAll(tenant_id, documents);
    const zone = await this.rules.zone(tenant_id);
    const words = new Map<RuleNode, string>();
    for (const [index, node] of nodes.entries()) {
      const { parsed, subject: own } = read[index] ?? {};
      const context = { zone, language: actor.language };
      words.set(
        node,
        parsed?.ok
          ? conditionInWords(parsed.checked, { ...context, subject: own ?? this.rules.subject(subject) })
          : JSON.stringify(enabled(node)),
      );
    }
    return (side) => (side ? ('node' in side ? (words.get(side.node) ?? null) : side.text) : null);
  }
}

const partsChanged = (before: VersionRow | undefined, after: VersionRow | undefined): DefinitionPart[] =>
  before && after ? changedParts(before, after) : [];

function enabled({ id: _id, disabled: _disabled, ...node }: RuleNode): RuleNode {
  return node;
}
