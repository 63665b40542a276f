/** The members of a segment as a file that is written while it is read. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../access/actor.js';
import { Audit } from '../../access/audit/audit.service.js';
import { RuleReader } from '../../segments/rule-reader.js';
import { Segments } from '../../segments/segments.service.js';
import { type ExportPlan, ExportPlans, type ExportRequest } from './export-plan.js';
import { ExportsRepository } from './exports.repository.js';
import { type Format, formats } from './formats.js';
import { workbook } from './workbook.js';

export interface SegmentExport extends ExportRequest {
  /** Who was in at this instant; who is in, if absent. */
  readonly asOf?: Temporal.Instant | undefined;
  /** What it is for; goes to the audit. */
  readonly purpose?: string | undefined;
  /** The caller's address; goes to the audit. */
  readonly from?: string | undefined;
}

export interface ExportedFile {
  readonly mediaType: string;
  readonly name: string;
  /** Members in the file. */
  readonly rows: number;
  /** Members that there are to export. */
  readonly total: number;
  readonly content: AsyncIterable<Buffer | string>;
}

@Injectable()
export class Exports {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly plans: ExportPlans,
    private readonly repository: ExportsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Whoever stops reading the content, or aborts, frees the connection that it comes from.
   * @throws SegmentNotFoundError, ExportFormatUnknownError, ExportColumnsError, ExportLimitError, ExportRolesError,
   * ChannelUnknownError, ConsentSecretMissingError, ExportTimeoutError
   */
  async export(
    actor: Actor,
    id: string,
    request: SegmentExport,
    signal?: AbortSignal,
  ): Promise<ExportedFile> {
    const segment = await this.segments.row(actor.tenant, id);
    const subject = this.rules.subject(segment.subject);
    const now = Temporal.Now.instant();
    const target = await this.rules.target(actor.tenant, subject, request.asOf ?? now);
    const plan = await this.plans.plan(target, request);
    const ids = this.repository.members(target, id, request.asOf?.toString(), plan.reachableBy);
    const counted = await this.repository.count(target, ids, signal);
    const limit = Math.min(counted, plan.limit);
    await this.record(actor, id, request, plan, { rows: limit, total: counted });
    // In another snapshot, since the entry is there for good by now: there are never more lines than it says.
    const { rows, total, lines } = await this.repository.lines(target, ids, { ...plan, limit }, signal);
    const about = { segment: segment.name, by: actor.name, at: now.toString(), rows, total };
    return { ...fileOf(plan, segment.name), rows, total, content: contentOf(plan, lines, about) };
  }

  /** Before the first byte leaves: nothing is exported that is not on record. */
  private record(
    actor: Actor,
    segment: string,
    { format, purpose, asOf, from }: SegmentExport,
    { headers, reachableBy }: ExportPlan,
    numbers: Pick<ExportedFile, 'rows' | 'total'>,
  ): Promise<void> {
    return this.audit.record(actor, {
      action: 'segment.exported',
      target: { type: 'segment', id: segment },
      from,
      details: {
        format,
        columns: headers,
        ...numbers,
        reachable_by: reachableBy,
        purpose: purpose ?? null,
        as_of: asOf?.toString() ?? null,
      },
    });
  }
}

function fileOf({ form }: ExportPlan, segment: string): Pick<ExportedFile, 'mediaType' | 'name'> {
  const { mediaType, extension } = formats[form];
  const name = segment
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return { mediaType, name: `${name || 'segment'}.${extension}` };
}

const contentOf = (
  plan: ExportPlan,
  lines: AsyncIterable<Buffer>,
  about: Parameters<typeof workbook>[1],
): ExportedFile['content'] =>
  plan.form === 'xlsx'
    ? workbook(written(formats.xlsx, plan, lines), about)
    : written(formats[plan.form], plan, lines);

async function* written(
  { before, after, separator }: Format,
  { headers }: ExportPlan,
  lines: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer | string> {
  yield before(headers);
  let skipped = separator;
  for await (const piece of lines) {
    yield piece.subarray(skipped);
    skipped = 0;
  }
  yield after;
}
