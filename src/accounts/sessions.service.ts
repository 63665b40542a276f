/**
 * Signs people in and out. A session is a random token in a cookie; the database keeps only its keyed hash, so that
 * neither a guess nor a copy of the table opens one. It is apart from any session middleware of the host.
 */

import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Account, Accounts } from './account.js';
import { WeakSecretError } from './accounts.errors.js';
import { type AccountsOptions, accountsOptions } from './accounts.options.js';
import { isWeak } from './password.js';
import { SessionsRepository, type StoredSession } from './sessions.repository.js';

const hour = 60 * 60 * 1000;
/** Signed out after this long without a request … */
export const idleTime = 8 * hour;
/** … and in any case after this long. */
export const longestTime = 72 * hour;

@Injectable()
export class Sessions {
  private readonly secret: string;

  constructor(
    @Inject(accountsOptions) { sessionSecret, production }: AccountsOptions,
    private readonly accounts: Accounts,
    private readonly sessions: SessionsRepository,
  ) {
    if (isWeak(sessionSecret)) {
      if (production) throw new WeakSecretError();
      new Logger('nest-segments').warn(new WeakSecretError().message);
    }
    this.secret = sessionSecret;
  }

  /** Always a new token, whatever cookie came along: nobody can sign a victim in to a session they know. */
  async begin(request: Request, response: Response, account: Account): Promise<void> {
    await this.end(request, response);
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(Date.now() + idleTime);
    await this.sessions.add(this.keyOf(token), account.actor.id, this.keyOf(account.seal), expires);
    response.cookie(cookieName(request), token, { ...cookie(request), maxAge: longestTime });
  }

  async current(request: Request): Promise<Account | undefined> {
    const token = tokenOf(request);
    if (!token) return undefined;
    const key = this.keyOf(token);
    const session = await this.sessions.find(key);
    const account = session && (await this.accounts.byId(session.account_id));
    if (!account || !this.keyOf(account.seal).equals(session.seal)) return undefined;
    await this.keepAlive(key, session);
    return account;
  }

  async end(request: Request, response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.remove(this.keyOf(token));
    response.clearCookie(cookieName(request), cookie(request));
  }

  /** Writes only now and then: most requests of a busy page read. */
  private async keepAlive(key: Buffer, { created_at, expires_at }: StoredSession): Promise<void> {
    const latest = created_at.getTime() + longestTime;
    const expires = new Date(Math.min(Date.now() + idleTime, latest));
    if (expires.getTime() - expires_at.getTime() > idleTime / 8) await this.sessions.extend(key, expires);
  }

  private keyOf(text: string): Buffer {
    return createHmac('sha256', this.secret).update(text).digest();
  }
}

/** `__Host-`: the browser takes it from this very host only, over TLS only, for every path. */
const cookieName = (request: Request): string =>
  isSecure(request) ? '__Host-segments-session' : 'segments-session';

const cookie = (request: Request) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(request) }) as const;

/** A client that lies about the protocol only gets a cookie that its own browser will not send. */
const isSecure = (request: Request): boolean =>
  request.secure || /^https\b/i.test(String(request.headers['x-forwarded-proto'] ?? ''));

function tokenOf(request: Request): string | undefined {
  const wanted = `${cookieName(request)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length);
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}
