/** Signing in and out, sessions in PostgreSQL, API keys and the login throttle. */

import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuditRepository } from '../../../src/access/audit/audit.repository.js';
import { Audit } from '../../../src/access/audit/audit.service.js';
import { PersonHash } from '../../../src/access/audit/person-hash.js';
import { TenantDatabase } from '../../../src/access/tenant-database.js';
import { AccountAuthenticator } from '../../../src/accounts/account-authenticator.js';
import type { AccountsOptions } from '../../../src/accounts/accounts.options.js';
import { ApiKeysRepository } from '../../../src/accounts/api-keys.repository.js';
import { ApiKeys } from '../../../src/accounts/api-keys.service.js';
import { ConfiguredAccounts } from '../../../src/accounts/configured-accounts.js';
import { KeyThrottle } from '../../../src/accounts/key-throttle.js';
import { attemptsOfAddress, attemptsOnAccount, LoginThrottle } from '../../../src/accounts/login-throttle.js';
import { SessionsRepository } from '../../../src/accounts/sessions.repository.js';
import { idleTime, longestTime, Sessions } from '../../../src/accounts/sessions.service.js';
import { type AccountsDatabase, openAccountsDatabase } from '../../support/accounts.js';

const secret = 'b3b0c44298fc1c149afbf4c8996fb924';
const options: AccountsOptions = {
  sessionSecret: secret,
  production: true,
  people: [{ email: 'Ada@Example.com', password: 'correct hörse', name: 'Ada', tenant: 'north' }],
  keys: [
    { key: 'key-of-north-0123456789abcdefghijk', name: 'Import', tenant: 'north' },
    {
      key: 'key-of-south-0123456789abcdefghijk',
      name: 'Reader',
      tenant: 'south',
      permissions: ['segments:read'],
    },
  ],
};

let opened: AccountsDatabase;
beforeAll(async () => {
  opened = await openAccountsDatabase();
});
afterAll(() => opened.close());
beforeEach(() => opened.database.pool.query('TRUNCATE segmentation.session, segmentation.login_attempt'));

function accountsWith(changes: Partial<AccountsOptions> = {}) {
  const all = { ...options, ...changes };
  const accounts = new ConfiguredAccounts(all);
  const sessions = new Sessions(all, accounts, new SessionsRepository(opened.source));
  const database = new TenantDatabase(opened.source);
  const audit = new Audit(new AuditRepository(database), new PersonHash({ secret: undefined }));
  const keys = new ApiKeys(new ApiKeysRepository(database), audit);
  const throttle = new KeyThrottle(opened.source);
  return { accounts, sessions, authenticator: new AccountAuthenticator(accounts, sessions, keys, throttle) };
}

const authenticateAs = ({ authenticator }: ReturnType<typeof accountsWith>, request: Request) =>
  authenticator.authenticate(request, browser().response);

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly options: Record<string, unknown>;
}

/** As much of Express as the accounts use: the cookies that were set come back with the next request. */
function browser(headers: Record<string, string> = {}) {
  const jar = new Map<string, Cookie>();
  const request = () => {
    const cookie = [...jar.values()].map(({ name, value }) => `${name}=${value}`).join('; ');
    return { secure: false, headers: { ...headers, cookie } } as unknown as Request;
  };
  const response = {
    cookie: (name: string, value: string, cookieOptions: Record<string, unknown>) =>
      jar.set(name, { name, value, options: cookieOptions }),
    clearCookie: (name: string) => jar.delete(name),
  } as unknown as Response;
  return { jar, request, response, cookie: () => [...jar.values()][0] };
}

async function signedIn(headers?: Record<string, string>) {
  const ours = accountsWith();
  const visitor = browser(headers);
  const account = await ours.accounts.byPassword('ada@example.com', 'correct hörse');
  if (!account) throw new Error('Ada could not sign in.');
  await ours.sessions.begin(visitor.request(), visitor.response, account);
  return { ...ours, visitor, account };
}

describe('a password', () => {
  test.each([
    ['ada@example.com', 'correct hörse', true],
    [' ADA@example.COM ', 'correct hörse', true],
    ['ada@example.com', 'correct ho\u0308rse', true],
    ['ada@example.com', 'Correct hörse', false],
    ['ada@example.com', '', false],
    ['eve@example.com', 'correct hörse', false],
    ['', '', false],
  ])('of %s: %s', async (email, password, good) => {
    const account = await accountsWith().accounts.byPassword(email, password);
    expect(account?.actor.name).toBe(good ? 'Ada' : undefined);
  });
});

describe('an API key', () => {
  const authenticate = (authorization: string) =>
    authenticateAs(accountsWith(), browser({ authorization }).request());

  test('acts in its tenant with its permissions', async () => {
    const credential = await authenticate('Bearer key-of-south-0123456789abcdefghijk');
    expect(credential).toMatchObject({ ambient: false, actor: { tenant: 'south', name: 'Reader' } });
    expect([...(credential?.actor.permissions ?? [])]).toEqual(['segments:read']);
  });

  test('shows nothing of itself in the id', async () => {
    const credential = await authenticate('Bearer key-of-north-0123456789abcdefghijk');
    expect(credential?.actor.id).toMatch(/^key:[0-9a-f]{12}$/);
  });

  test.each([
    'Bearer wrong',
    'Bearer',
    'Basic a2V5',
    'key-of-north-0123456789abcdefghijk',
    'Bearer key-of-north-0123456789abcdefghijk key-of-south-0123456789abcdefghijk',
    '',
  ])('is not: %s', async (authorization) => expect(await authenticate(authorization)).toBeUndefined());

  test('that is wrong is not made good by a session beside it', async () => {
    const { visitor, authenticator } = await signedIn();
    const request = visitor.request();
    request.headers.authorization = 'Bearer wrong';
    expect(await authenticator.authenticate(request, visitor.response)).toBeUndefined();
  });
});

describe('a session', () => {
  test('is known by its cookie, also to another process', async () => {
    const { visitor } = await signedIn();
    const credential = await authenticateAs(accountsWith(), visitor.request());
    expect(credential).toMatchObject({ ambient: true, actor: { id: 'user:ada@example.com' } });
  });

  test('keeps its cookie from scripts and from foreign pages', async () => {
    const { visitor } = await signedIn();
    expect(visitor.cookie()).toMatchObject({
      name: 'segments-session',
      options: { httpOnly: true, sameSite: 'lax', secure: false, path: '/' },
    });
  });

  test('is sent over TLS only where there is TLS', async () => {
    const { visitor } = await signedIn({ 'x-forwarded-proto': 'https' });
    expect(visitor.cookie()).toMatchObject({ name: '__Host-segments-session', options: { secure: true } });
  });

  test('never takes over a token that was there before', async () => {
    const { visitor, sessions, account } = await signedIn();
    const before = visitor.cookie()?.value;
    const planted = visitor.request();
    await sessions.begin(planted, visitor.response, account);
    expect(visitor.cookie()?.value).not.toBe(before);
    expect(await sessions.current(planted)).toBeUndefined();
    expect(await sessions.current(visitor.request())).toBeDefined();
  });

  test('cannot be opened with what the database keeps', async () => {
    const { visitor, sessions } = await signedIn();
    const { rows } = await opened.database.pool.query('SELECT * FROM segmentation.session');
    expect(JSON.stringify(rows)).not.toContain(visitor.cookie()?.value);
    const request = browser().request();
    request.headers.cookie = `segments-session=${rows[0].key.toString('base64url')}`;
    expect(await sessions.current(request)).toBeUndefined();
  });

  test('ends when signed out', async () => {
    const { visitor, sessions } = await signedIn();
    const request = visitor.request();
    await sessions.end(request, visitor.response);
    expect(visitor.jar.size).toBe(0);
    expect(await sessions.current(request)).toBeUndefined();
  });

  test.each<[string, Partial<AccountsOptions>]>([
    [
      'the password changes',
      { people: [{ email: 'ada@example.com', password: 'new', name: '', tenant: '' }] },
    ],
    ['the account is removed', { people: [] }],
    ['the secret changes', { sessionSecret: secret.split('').reverse().join('') }],
  ])('ends when %s', async (_, changes) => {
    const { visitor } = await signedIn();
    expect(await accountsWith(changes).sessions.current(visitor.request())).toBeUndefined();
  });

  test('ends after a while without a request', async () => {
    const { visitor, sessions } = await signedIn();
    await opened.database.pool.query(`UPDATE segmentation.session SET expires_at = now() - interval '1 s'`);
    expect(await sessions.current(visitor.request())).toBeUndefined();
  });

  test('lives on with every request, but not for ever', async () => {
    const { visitor, sessions } = await signedIn();
    const begun = Date.now();
    const at = async (time: number) => {
      await opened.database.pool.query(
        "UPDATE segmentation.session SET created_at = now() - $1 * interval '1 ms', expires_at = now() + interval '1 min'",
        [time],
      );
      await sessions.current(visitor.request());
      const { rows } = await opened.database.pool.query('SELECT expires_at FROM segmentation.session');
      return rows[0].expires_at.getTime() - begun;
    };
    expect(await at(idleTime)).toBeGreaterThan(idleTime - 60_000);
    expect(await at(longestTime - idleTime / 2)).toBeLessThan(idleTime / 2 + 60_000);
  });
});

describe('a weak secret', () => {
  const weak = ['', 'change me', 'a'.repeat(64), '12'.repeat(32)];

  test.each(weak)('stops production: "%s"', (sessionSecret) => {
    expect(() => accountsWith({ sessionSecret })).toThrow(
      expect.objectContaining({ code: 'accounts.weak-secret', message: expect.stringContaining('32') }),
    );
  });

  test('is let through elsewhere', () => {
    const warn = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(() => accountsWith({ sessionSecret: 'change me', production: false })).not.toThrow();
    warn.mockRestore();
  });
});

describe('a key that somebody has chosen', () => {
  const warned = (changes: Partial<AccountsOptions>): unknown[] => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    accountsWith(changes);
    const said = warn.mock.calls.flat();
    warn.mockRestore();
    return said;
  };
  const keys = (key: string) => [{ name: 'Till', tenant: '1', key }];

  test.each(['till', 'a'.repeat(64)])('is warned of in production where it could be guessed: "%s"', (key) => {
    expect(warned({ keys: keys(key) })).toEqual([
      'The API key “Till” is too weak for production: give it at least 32 random bytes (`openssl rand -base64 32`).',
    ]);
  });

  test('is taken without a word elsewhere, and where it is long', () => {
    expect(warned({ keys: keys('till'), production: false })).toEqual([]);
    expect(warned({ keys: keys('wJ5h0TqkB3yNf8xVb2Zr6LcUe9Mg4PdS') })).toEqual([]);
  });
});

describe('the login throttle', () => {
  const attempts = async (count: number, address: (n: number) => string, email: (n: number) => string) => {
    const waits: number[] = [];
    for (let n = 0; n < count; n++) {
      waits.push(await new LoginThrottle(opened.source).attempt(address(n), email(n)));
    }
    return waits.map((wait) => wait > 0);
  };
  const letThrough = (count: number) => [...Array(count).fill(false), true];

  test('stops an address that tries many accounts, across processes', async () => {
    const tried = await attempts(
      attemptsOfAddress + 1,
      () => '192.0.2.1',
      (n) => `${n}@example.com`,
    );
    expect(tried).toEqual(letThrough(attemptsOfAddress));
  });

  test('stops many addresses that try one account', async () => {
    const tried = await attempts(
      attemptsOnAccount + 1,
      (n) => `192.0.2.${n}`,
      (n) => `${n % 2 ? 'A' : 'a'}da@example.com`,
    );
    expect(tried).toEqual(letThrough(attemptsOnAccount));
  });

  test('counts a network of IPv6 as one address', async () => {
    const address = (n: number) => `2001:db8::${n.toString(16)}:1`;
    const tried = await attempts(attemptsOfAddress + 1, address, (n) => `${n}@example.com`);
    expect(tried).toEqual(letThrough(attemptsOfAddress));
  });

  test('forgets the failures of who gets in', async () => {
    const throttle = new LoginThrottle(opened.source);
    await attempts(
      attemptsOfAddress,
      () => '192.0.2.1',
      () => 'ada@example.com',
    );
    await throttle.succeeded('192.0.2.1', 'ada@example.com');
    expect(await throttle.attempt('192.0.2.1', 'ada@example.com')).toBe(0);
  });

  test('keeps neither address nor account in the clear', async () => {
    await attempts(
      1,
      () => '192.0.2.1',
      () => 'ada@example.com',
    );
    const { rows } = await opened.database.pool.query('SELECT key FROM segmentation.login_attempt');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/192|ada/);
  });
});

test.each<[string, Partial<AccountsOptions>]>([
  ['a person', { people: [{ email: 'eve@example.com', password: '', name: 'Eve', tenant: 'north' }] }],
  ['a program', { keys: [{ key: '', name: 'Eve', tenant: 'north' }] }],
])('%s with an empty secret is refused at the start', (_, changes) => {
  expect(() => accountsWith(changes)).toThrow('Eve has an empty password or key');
});
