/** Addresses that are not written to any more, whoever has them: known by keyed hashes, never in plain. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Audit, type AuditedAct } from '../access/audit/audit.service.js';
import type { Channel } from './channels.js';
import { AddressInvalidError, SuppressionNotFoundError } from './consent.errors.js';
import {
  type NewSuppression,
  type SuppressionRow,
  SuppressionsRepository,
} from './suppressions.repository.js';

export interface SuppressionPage {
  readonly items: readonly SuppressionRow[];
  readonly total: number;
  readonly next_cursor: string | null;
}

@Injectable()
export class Suppressions {
  constructor(
    private readonly repository: SuppressionsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Of an address that is suppressed already, gives the suppression that there is.
   * @throws AddressInvalidError, ConsentSecretMissingError
   */
  async suppress(actor: Actor, input: Omit<NewSuppression, 'by'>): Promise<SuppressionRow> {
    return this.repository.transaction(actor.tenant, async (manager) => {
      const row = await this.repository.add(actor.tenant, { ...input, by: actor.name }, manager);
      if (!row) throw new AddressInvalidError(input.channel);
      await this.audit.record(actor, act('made', row.id, row), manager);
      return row;
    });
  }

  /** Newest first. */
  async list(
    actor: Actor,
    { limit, cursor, channel }: { limit: number; cursor?: string; channel?: Channel },
  ): Promise<SuppressionPage> {
    const asked = { limit: limit + 1, ...(cursor !== undefined && { cursor }), ...(channel && { channel }) };
    const [rows, total] = await Promise.all([
      this.repository.list(actor.tenant, asked),
      this.repository.count(actor.tenant, channel),
    ]);
    const items = rows.slice(0, limit);
    return { items, total, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** The address may be written to again. @throws SuppressionNotFoundError, also for another tenant's */
  async lift(actor: Actor, id: string): Promise<void> {
    await this.repository.transaction(actor.tenant, async (manager) => {
      const row = await this.repository.remove(actor.tenant, id, manager);
      if (!row) throw new SuppressionNotFoundError(id);
      await this.audit.record(actor, act('lifted', id, row), manager);
    });
  }
}

const act = (
  how: 'made' | 'lifted',
  id: string,
  { channel, reason }: Pick<SuppressionRow, 'channel' | 'reason'>,
): AuditedAct => ({
  action: `suppression.${how}`,
  target: { type: 'suppression', id },
  details: { channel, reason },
});
