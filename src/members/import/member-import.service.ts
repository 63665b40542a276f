/** People out of a CSV file into a static or hybrid segment: every line that adds nobody is reported. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { Audit } from '../../access/audit/audit.service.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { RuleReader } from '../../segments/rule-reader.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import { Segments } from '../../segments/segments.service.js';
import { EmailUnknownError, SegmentDynamicError } from '../members.errors.js';
import { PinnedMembers } from '../pinned-members.service.js';
import { runnerOf } from '../run-sql.js';
import { type LineProblem, quoted, type ReadLines, readLines } from './import-lines.js';
import type { Matching } from './match-column.js';
import { type IdleLine, MemberImportRepository } from './member-import.repository.js';

export interface MemberImport {
  readonly matchBy?: Matching | undefined;
  /** The column to go by, where its name does not say it. */
  readonly column?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Import nobody if a line adds nobody. */
  readonly allOrNothing?: boolean | undefined;
  readonly reason?: string | undefined;
  /** The caller's address; goes to the audit. */
  readonly from?: string | undefined;
}

export interface MemberImportReport {
  readonly match_by: Matching;
  readonly column: string;
  /** Lines of the file, without the header. */
  readonly lines: number;
  readonly added: number;
  /** People who were members before. */
  readonly already_in: number;
  /** People who had been excluded by hand, and are included now. */
  readonly exclusions_lifted: number;
  readonly member_count: number;
  /** By `all_or_nothing`: nobody was added. */
  readonly undone: boolean;
  /** Every line that could not be read, means nobody, or names somebody again; by line. */
  readonly problems: readonly LineProblem[];
}

/** What is known of an import before it is written. */
interface ReadImport {
  readonly segment: SegmentRow;
  readonly target: Target;
  readonly read: ReadLines;
}

@Injectable()
export class MemberImports {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly members: PinnedMembers,
    private readonly repository: MemberImportRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param file is read before anything is written
   * @throws SegmentNotFoundError, SegmentDynamicError, SegmentStatusError, CsvError, ImportColumnError,
   * ImportTooLargeError, ImportInterruptedError, EmailUnknownError
   */
  async import(
    actor: Actor,
    id: string,
    file: AsyncIterable<Uint8Array>,
    options: MemberImport,
  ): Promise<MemberImportReport> {
    const segment = await this.segments.row(actor.tenant, id);
    if (segment.type === 'dynamic') throw new SegmentDynamicError(segment.name);
    const subject = this.rules.subject(segment.subject);
    const read = await readLines(file, subject, options);
    if (read.matching === 'email' && subject.roles?.email === undefined)
      throw new EmailUnknownError(subject.name);
    const target = await this.rules.target(actor.tenant, subject, Temporal.Now.instant());
    return this.repository.transaction(actor.tenant, async (manager) => {
      const report = await this.write(manager, actor, { segment, target, read }, options);
      await this.record(manager, actor, id, report, options.from);
      return report;
    });
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    { segment: { id, member_count }, target, read }: ReadImport,
    { allOrNothing = false, reason }: MemberImport,
  ): Promise<MemberImportReport> {
    const runner = runnerOf(manager);
    await this.repository.match(runner, target, read.matching, read.named);
    const idle = await this.repository.idle(runner);
    const problems = [...read.problems, ...idle.map(problemOf)].sort((one, other) => one.line - other.line);
    const known = await this.repository.countMatched(runner);
    const undone = allOrNothing && problems.length > 0;
    const selected = { ids: this.repository.matched(), reason: reason ?? null };
    const written = undone
      ? { added: 0, exclusions_lifted: 0, member_count: member_count ?? 0 }
      : await this.members.addSelected(manager, actor, { id, target, cause: 'imported' }, selected);
    const already_in = undone ? 0 : known - written.added;
    const { matching: match_by, column, count: lines } = read;
    return { match_by, column, lines, ...written, already_in, undone, problems };
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    id: string,
    { problems, ...numbers }: MemberImportReport,
    from: string | undefined,
  ): Promise<void> {
    const details = { ...numbers, problems: problems.length };
    const act = { action: 'segment.members-imported', target: { type: 'segment', id }, from, details };
    return this.audit.record(actor, act, manager);
  }
}

const problemOf = ({ line, said, first }: IdleLine): LineProblem =>
  first === null
    ? { line, code: 'unknown', reason: `there is nobody known by ${quoted(said)}` }
    : { line, code: 'duplicate', reason: `${quoted(said)} was named on line ${first} already` };
