/** The SQL of exports: how many there are, and the lines of the file. */

import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../access/tenant-database.js';
import { type Channel, channelDefinitions } from '../../consent/channels.js';
import { ChannelUnknownError } from '../../consent/consent.errors.js';
import { Reachability } from '../../consent/reachability.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { countInAll, readValues } from '../../rule-language/to-sql/read-values.js';
import { join, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import { addressed } from '../../rule-language/to-sql/subjects.js';
import { Ledger } from '../ledger.repository.js';
import { CopySession } from './copy-session.js';
import type { ExportPlan } from './export-plan.js';
import { formats } from './formats.js';
import { withholdingAddresses } from './withheld-addresses.js';

/** What an export reads, in one snapshot. */
export interface ExportedLines {
  /** Members that there are to export. */
  readonly total: number;
  /** Lines that there will be. */
  readonly rows: number;
  /** As the plan's form has them. Frees its connection when it ends, however it does. */
  readonly lines: AsyncGenerator<Buffer>;
}

/** From so many members on, what they have done is added up for everyone at once. */
const many = 10_000;

@Injectable()
export class ExportsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ledger: Ledger,
    private readonly reachability: Reachability,
  ) {}

  /**
   * Who is in the segment, or was, of those who may be contacted: queries of ids.
   * @throws ChannelUnknownError, ConsentSecretMissingError
   */
  members(target: Target, segment: string, asOf: string | undefined, channel: Channel | null): Sql[] {
    const { subject, tenant } = target;
    const members =
      asOf === undefined
        ? this.ledger.members(subject, tenant, segment)
        : this.ledger.membersAt(subject, tenant, segment, asOf);
    if (channel === null) return [members];
    const field = subject.roles?.[channelDefinitions[channel].address];
    if (field === undefined) throw new ChannelUnknownError(channel, subject.name);
    const people = addressed(target, members, field);
    return [members, this.reachability.reachable({ tenant, subject: subject.name, channel, people })];
  }

  /** Members that there are to export. */
  count(target: Target, ids: readonly Sql[], signal: AbortSignal | undefined): Promise<number> {
    const counting = async (session: CopySession): Promise<number> => {
      const count = await countIn(session, target, ids);
      await session.close();
      return count;
    };
    return CopySession.open(this.database, target, counting, signal);
  }

  /** A line a member. */
  lines(
    target: Target,
    ids: readonly Sql[],
    plan: ExportPlan,
    signal: AbortSignal | undefined,
  ): Promise<ExportedLines> {
    const copying = async (session: CopySession): Promise<ExportedLines> => {
      const total = await countIn(session, target, ids);
      const rows = Math.min(total, plan.limit);
      return { total, rows, lines: await this.copy(session, target, ids, { ...plan, limit: rows }) };
    };
    return CopySession.open(this.database, target, copying, signal);
  }

  private copy(
    session: CopySession,
    target: Target,
    ids: readonly Sql[],
    { operands, limit, form, columns }: ExportPlan,
  ): Promise<AsyncGenerator<Buffer>> {
    const asked = readValues(target, { shape: limit > many ? 'set' : 'probe', ids, operands, limit });
    const read = withholdingAddresses(target, operands, asked, this.reachability);
    const { line, options } = formats[form];
    const cells = join(line(columns(read)), ', ');
    return session.copy(sql`select ${cells} from (${read.query}) members`, options);
  }
}

async function countIn(session: CopySession, target: Target, ids: readonly Sql[]): Promise<number> {
  const [row] = await session.query<{ count: number }>(countInAll(target, ids));
  return row?.count ?? 0;
}
