/** Segments as the API shows them: with their health, and their rule in words. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { type Problem, problem } from '../rule-language/parse.js';
import { toWords, type WordsContext } from '../rule-language/to-words.js';
import { type ParsedDocument, RuleReader } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import type { SegmentView } from './segment.view.js';

/** What tells whether a segment is broken. */
export type Checkable = Pick<SegmentRow, 'subject' | 'rules'>;

/** In which language, and in which zone. */
type Speech = Omit<WordsContext, 'subject'>;

@Injectable()
export class SegmentViews {
  constructor(private readonly rules: RuleReader) {}

  async one(actor: Actor, segment: SegmentRow): Promise<SegmentView> {
    const [view] = await this.many(actor, [segment]);
    if (!view) throw new Error('One segment is shown as one.');
    return view;
  }

  async many(actor: Actor, segments: readonly SegmentRow[]): Promise<SegmentView[]> {
    const zone = await this.rules.zone(actor.tenant);
    const read = await this.read(actor.tenant, segments);
    const speech = { zone, language: actor.language };
    return segments.map((segment, index) => this.view(segment, read[index], speech));
  }

  /** Of each, why it is broken; nothing, if it is not. */
  async problems(tenant: string, segments: readonly Checkable[]): Promise<(readonly Problem[])[]> {
    const read = await this.read(tenant, segments);
    return segments.map((segment, index) => this.problemsOf(segment, read[index]));
  }

  /** Of each that has a rule, the rule as it is understood now. */
  private async read(
    tenant: string,
    segments: readonly Checkable[],
  ): Promise<(ParsedDocument | undefined)[]> {
    const documents = segments.filter(({ rules }) => rules !== null);
    const read = await this.rules.parseAll(tenant, documents);
    const parsed = new Map(documents.map((segment, index) => [segment, read[index]]));
    return segments.map((segment) => parsed.get(segment));
  }

  /** A static segment is broken only where there is no such subject any more. */
  private problemsOf({ subject }: Checkable, read: ParsedDocument | undefined): readonly Problem[] {
    if (read) return read.parsed.ok ? [] : read.parsed.problems;
    return this.rules.knownSubject(subject) ? [] : [problem('', 'rule.unknown-subject', subject)];
  }

  private view(row: SegmentRow, read: ParsedDocument | undefined, speech: Speech): SegmentView {
    const { tenant_id: _tenant, status_before: _before, ...segment } = row;
    const problems = this.problemsOf(row, read);
    const words =
      read?.subject && read.parsed.ok
        ? toWords(read.parsed.checked, { ...speech, subject: read.subject })
        : null;
    return { ...segment, health: problems.length === 0 ? 'ok' : 'broken', problems, words };
  }
}
