/** Makes, lists and revokes the keys of programs, and knows who calls with one. */

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { type Actor, isPermission, type Permission } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import type { Page } from '../access/page.js';
import { ApiKeyExpiryError, ApiKeyNotFoundError, ScopeNotHeldError } from './accounts.errors.js';
import type { ApiKeyRow } from './api-key.entity.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { makeKey, partsOf } from './key-text.js';
import { digest, sameDigest } from './password.js';

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** ISO 8601 with an offset; without it the key does not expire. */
  readonly expires_at?: string | null;
}

/** `key` is shown this once: only its digest is kept. */
export interface MadeApiKey extends ApiKeyRow {
  readonly key: string;
}

@Injectable()
export class ApiKeys {
  constructor(
    private readonly repository: ApiKeysRepository,
    private readonly audit: Audit,
  ) {}

  /** A key for the maker's tenant. @throws ScopeNotHeldError, ApiKeyExpiryError */
  async create(actor: Actor, { name, scopes, expires_at }: NewApiKey, from?: string): Promise<MadeApiKey> {
    const missing = scopes.filter((scope) => !actor.permissions.has(scope));
    if (missing.length > 0) throw new ScopeNotHeldError(missing);
    const { key, prefix } = makeKey(actor.tenant);
    const row = {
      id: uuid(),
      name,
      prefix,
      digest: digest(key),
      scopes: [...new Set(scopes)],
      created_by: actor.name,
      expires_at: expiry(expires_at),
    };
    return this.repository.within(actor.tenant, async (manager) => {
      const made = await this.repository.insert(manager, actor.tenant, row);
      const details = { scopes: row.scopes, expires_at: made.expires_at };
      const act = { action: 'api-key.created', target: keyTarget(made.id), from, details };
      await this.audit.record(actor, act, manager);
      return { ...made, key };
    });
  }

  /** Newest first, revoked and expired ones among them. */
  async list(actor: Actor, limit: number, cursor: string | undefined): Promise<Page<ApiKeyRow>> {
    const [rows, total] = await Promise.all([
      this.repository.list(actor.tenant, limit + 1, cursor),
      this.repository.count(actor.tenant),
    ]);
    const items = rows.slice(0, limit);
    return { items, total, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** From now on it lets nobody in. @throws ApiKeyNotFoundError, also for another tenant's */
  async revoke(actor: Actor, id: string, from?: string): Promise<void> {
    await this.repository.within(actor.tenant, async (manager) => {
      const there = await this.repository.revoke(manager, actor.tenant, id, actor.name);
      if (!there) throw new ApiKeyNotFoundError(id);
      const act = { action: 'api-key.revoked', target: keyTarget(id), from, details: {} };
      await this.audit.record(actor, act, manager);
    });
  }

  /** Whoever calls with this key; undefined where it is not, or no longer, good. */
  async byKey(key: string): Promise<Actor | undefined> {
    const parts = partsOf(key);
    if (!parts) return undefined;
    const found = await this.repository.good(parts.tenant, parts.prefix);
    // Compared also where there is none, so that the time taken does not tell which prefixes exist.
    const matches = sameDigest(found?.digest ?? unknown, digest(key));
    if (!found || !matches) return undefined;
    if (found.unnoted) await this.repository.noteUse(parts.tenant, found.id);
    const permissions = new Set(found.scopes.filter(isPermission));
    return { id: `key:${found.id}`, name: found.name, tenant: parts.tenant, permissions };
  }
}

const keyTarget = (id: string) => ({ type: 'api-key', id });

const unknown = randomBytes(32);

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

function expiry(text: string | null | undefined): Date | null {
  if (text === undefined || text === null) return null;
  const instant = withOffset.test(text) ? instantOf(text) : undefined;
  if (!instant || instant.getTime() <= Date.now()) throw new ApiKeyExpiryError(text);
  return instant;
}

/** Undefined for a day or an hour that there is none of, which a Date would take for a later one. */
function instantOf(text: string): Date | undefined {
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}
