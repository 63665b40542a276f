/** The guard and the problem documents, on a small application with a controller of ours and one of the host's. */

import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  Body,
  Controller,
  Get,
  type INestApplication,
  Module,
  NotFoundException,
  Post,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import type { Request } from 'express';
import request from 'supertest';
import type { Actor } from '../../../src/access/actor.js';
import { Authenticator, type Credential } from '../../../src/access/authenticator.js';
import { CurrentActor, demand } from '../../../src/access/current-actor.decorator.js';
import { IdempotencyRepository } from '../../../src/access/idempotency/idempotency.repository.js';
import { ProblemFilter } from '../../../src/access/problem.filter.js';
import { ProtectedController } from '../../../src/access/protected-controller.decorator.js';
import { Requires } from '../../../src/access/requires.decorator.js';
import { DomainError } from '../../../src/errors.js';

class NoSuchThing extends DomainError {
  readonly code = 'thing.not-found';
  override readonly status = 404;
  readonly problems = [{ path: 'rules[2].value', code: 'rule.value', message: 'Not a number.' }];
}

class DatabaseGone extends DomainError {
  readonly code = 'database.gone';
  override readonly status = 503;
}

class Item {
  @IsInt() amount!: number;
}
class Order {
  @IsString() name!: string;
  @ValidateNested({ each: true }) @Type(() => Item) items!: Item[];
}

const secret = 'password=hunter2';

@ProtectedController('things')
class ThingsController {
  @Get() @Requires('segments:read') read(@CurrentActor() actor: Actor) {
    return { id: actor.id, tenant: actor.tenant };
  }
  @Post() @Requires('segments:write') write(@Body() body: Order) {
    return body;
  }
  @Get('both') @Requires('segments:read', 'segments:export') both() {
    return 'both';
  }
  @Get('as-of') @Requires('segments:read') asOf(@CurrentActor() actor: Actor) {
    return demand(actor, 'segments:as-of');
  }
  @Get('undeclared') undeclared() {
    return 'open';
  }
  @Get('missing') @Requires('segments:read') missing() {
    throw new NoSuchThing('There is no such thing.');
  }
  @Get('gone') @Requires('segments:read') gone() {
    throw new DatabaseGone('The database does not answer.');
  }
  @Get('nest') @Requires('segments:read') nest() {
    throw new NotFoundException('Not here.');
  }
  @Get('broken') @Requires('segments:read') broken() {
    throw new Error(secret);
  }
}

@Controller('host')
class HostController {
  @Get() open() {
    return 'host';
  }
}

class Keys extends Authenticator {
  override async authenticate({ headers }: Request): Promise<Credential | undefined> {
    const name = headers.authorization ?? headers.cookie;
    const permissions = { reader: ['segments:read'], writer: ['segments:write'] }[name ?? ''];
    if (!name || !permissions) return undefined;
    const actor = { id: name, name, tenant: 'north', permissions: new Set(permissions) } as Actor;
    return { actor, ambient: headers.cookie !== undefined };
  }
}

@Module({
  controllers: [ThingsController, HostController],
  providers: [
    { provide: Authenticator, useClass: Keys },
    // No request here comes with an Idempotency-Key.
    { provide: IdempotencyRepository, useValue: {} },
  ],
})
class App {}

let app: INestApplication;
const http = () => request(app.getHttpServer());
const as = (name: string, path = '/things') => http().get(path).set('authorization', name);

beforeAll(async () => {
  app = (await Test.createTestingModule({ imports: [App] }).compile()).createNestApplication({
    rawBody: true,
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useLogger(false);
  await app.init();
});
afterAll(() => app.close());

describe('a guarded controller', () => {
  test('knows the actor and the tenant by the credential', async () => {
    const { body } = await as('reader').expect(200);
    expect(body).toEqual({ id: 'reader', tenant: 'north' });
  });

  test('refuses a request without a credential and says how to send one', async () => {
    const { body } = await http().get('/things').expect(401).expect('WWW-Authenticate', 'Bearer');
    expect(body.code).toBe('access.unauthenticated');
  });

  test.each([
    ['/things', 'writer', 'access.forbidden'],
    ['/things/both', 'reader', 'access.forbidden'],
    ['/things/as-of', 'reader', 'access.forbidden'],
    ['/things/undeclared', 'reader', 'access.undeclared'],
  ])('refuses %s to the %s', async (path, name, code) => {
    const { body } = await as(name, path).expect(403);
    expect(body.code).toBe(code);
  });

  test("leaves the host's own routes alone", () => http().get('/host').expect(200, 'host'));
});

describe('a session cookie', () => {
  const body = { name: 'a', items: [] };
  const post = (headers: Record<string, string>) => http().post('/things').set(headers).send(body);
  const host = '127.0.0.1:3000';

  test.each([
    ['the browser says same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['the origin is this host', { origin: `http://${host}`, host }],
    [
      'the origin is this host behind a proxy that ends TLS',
      { origin: 'https://a.example', host: 'a.example' },
    ],
  ])('may change something when %s', (_, headers) => post({ cookie: 'writer', ...headers }).expect(201));

  test.each([
    ['nothing says where it comes from', {}],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site', origin: `http://${host}`, host }],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site' }],
    ['the origin is another host', { origin: 'https://evil.example', host }],
    ['the origin is another port', { origin: 'http://127.0.0.1:3001', host }],
    ['the origin is opaque', { origin: 'null', host }],
  ])('may not when %s', async (_, headers) => {
    const answer = await post({ cookie: 'writer', ...headers }).expect(403);
    expect(answer.body.code).toBe('access.foreign-origin');
  });

  test('may read from anywhere', () => http().get('/things').set('cookie', 'reader').expect(200));
  test('is not needed beside a key, which no foreign page has', () =>
    post({ authorization: 'writer', origin: 'https://evil.example' }).expect(201));
});

describe('a problem', () => {
  const problem = (status: number, code: string) =>
    expect.objectContaining({ type: 'about:blank', status, code });

  test.each([
    ['/things/missing', 404, 'thing.not-found'],
    ['/things/gone', 503, 'database.gone'],
    ['/things/nest', 404, 'request.not-found'],
    ['/things/broken', 500, 'internal'],
    ['/nowhere', 404, 'request.not-found'],
  ])('of %s is a document with a stable code', async (path, status, code) => {
    const { body } = await as('reader', path)
      .expect(status)
      .expect('Content-Type', /^application\/problem\+json/);
    expect(body).toEqual(problem(status, code));
  });

  test('carries the paths that an error names', async () => {
    const { body } = await as('reader', '/things/missing');
    expect(body.problems).toEqual([{ path: 'rules[2].value', code: 'rule.value', message: 'Not a number.' }]);
    expect(body.title).toBe('Not Found');
  });

  test('that nobody foresaw shows nothing but its name in the log', async () => {
    const { text, body } = await as('reader', '/things/broken');
    expect(text).not.toContain('hunter2');
    expect(body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  test('of a body lists all that is wrong, by path', async () => {
    const { body } = await http()
      .post('/things')
      .set('authorization', 'writer')
      .send({ items: [{ amount: 1 }, { amount: 'x' }], admin: true })
      .expect(400);
    expect(body.code).toBe('request.invalid');
    expect(
      body.problems.map(({ path, code }: { path: string; code: string }) => [path, code]).sort(),
    ).toEqual([
      ['admin', 'request.unknown-property'],
      ['items[1].amount', 'request.is-int'],
      ['name', 'request.is-string'],
    ]);
  });

  test.each([
    ['broken JSON', '{"name": ', {}, 400, 'request.malformed', 'The body is not valid JSON.'],
    ['a large body', `"${'a'.repeat(200_000)}"`, {}, 413, 'request.too-large', /larger/],
    ['a strange encoding', '{}', { 'content-encoding': 'x' }, 415, 'request.unsupported-media-type', /read/],
  ])('of %s says so in a sentence', async (_, sent, headers, status, code, detail) => {
    const { body } = await http()
      .post('/things')
      .set({ authorization: 'writer', 'content-type': 'application/json', ...headers })
      .serialize(String)
      .send(Buffer.from(sent).toString());
    expect(body).toEqual(problem(status, code));
    expect(body.detail).toEqual(typeof detail === 'string' ? detail : expect.stringMatching(detail));
  });
});
