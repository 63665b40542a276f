/** The SQL of exports: how many there are, and the lines of the file. */

import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../access/tenant-database.js';
import { type Channel, channelDefinitions } from '../../consent/channels.js';
import { ChannelUnknownError } from '../../consent/consent.errors.js';
import { Reachability } from '../../consent/reachability.js';
import { addressed, type Target } from '../../rule-language/to-sql/compile.js';
import { countInAll, readValues } from '../../rule-language/to-sql/read-values.js';
import { join, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import { Ledger } from '../ledger.repository.js';
import { CopySession } from './copy-session.js';
import type { ExportPlan } from './export-plan.js';
import { formats } from './formats.js';
import { withholdingAddresses } from './withheld-addresses.js';

/** From so many members on, what they have done is added up for everyone at once. */
const many = 10_000;

@Injectable()
export class ExportsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ledger: Ledger,
    private readonly reachability: Reachability,
  ) {}

  /** One snapshot for all that an export reads; it must be closed. */
  open(target: Target, signal: AbortSignal | undefined): Promise<CopySession> {
    return CopySession.open(this.database, target, signal);
  }

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

  async count(session: CopySession, target: Target, ids: readonly Sql[]): Promise<number> {
    const [row] = await session.query<{ count: number }>(countInAll(target, ids));
    return row?.count ?? 0;
  }

  /** A line a member, as the plan's form has them. Closes the session when it ends, however it does. */
  lines(
    session: CopySession,
    target: Target,
    ids: readonly Sql[],
    plan: ExportPlan,
  ): Promise<AsyncGenerator<Buffer>> {
    const { operands, limit } = plan;
    const asked = readValues(target, { shape: limit > many ? 'set' : 'probe', ids, operands, limit });
    const read = withholdingAddresses(target, operands, asked, this.reachability);
    const { line, options } = formats[plan.form];
    const cells = join(line(plan.columns(read)), ', ');
    return session.copy(sql`select ${cells} from (${read.query}) members`, options);
  }
}
