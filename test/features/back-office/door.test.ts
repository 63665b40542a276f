/** What stands between a request and the back office, and between the back office and its host. */

import './stock-environment.js';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { All, Controller, type INestApplication } from '@nestjs/common';
import session from 'express-session';
import { destination } from '../../../src/back-office/login.js';
import { startBackOffice } from '../../support/back-office.js';
import type { TestDatabase } from '../../support/database.js';
import { admin, powerless, Visitor } from './hosts.js';
import { Customer, createShop, Position, records } from './shop.js';

/** A single-page application of the host's answers whatever nobody else does. */
@Controller()
class CatchAll {
  @All('{*path}') answer(): string {
    return 'the host';
  }
}

let database: TestDatabase;
let host: INestApplication;
let stranger: Visitor;
let visitor: Visitor;

beforeAll(async () => {
  database = await createShop();
  host = await startBackOffice({
    database,
    entities: [Customer, Position],
    people: [admin, powerless],
    records,
    controllers: [CatchAll],
    prepare: (application) => {
      application.use(
        session({ secret: "the host's own", resave: false, saveUninitialized: true, name: 'host' }),
      );
    },
  });
  stranger = new Visitor(host, '/admin');
  visitor = await stranger.login(host);
}, 120_000);

afterAll(async () => {
  await host?.close();
  await database?.drop();
});

describe('a stranger', () => {
  test.each([
    '/',
    '/pages/segments',
    '/resources/customers',
    '/resources/nonsense',
    '/nonsense',
    '/customers/segments',
  ])('is sent from %s to the login', async (path) => {
    await stranger.head(path).expect(303);
    const { headers } = await stranger.get(path).expect(303);
    expect(headers.location).toMatch(/^\/admin\/login/);
  });

  test.each(['/api/resources/customers/actions/list', '/api/dashboard', '/api/nonsense'])(
    'gets nothing from %s',
    async (path) => {
      await stranger.get(path).expect(303);
      await stranger.post(path).expect(303);
    },
  );

  test('comes to where he was going once he has signed in', async () => {
    const { headers } = await stranger.get('/customers/segments?x=1').expect(303);
    const page = await stranger.get((headers.location ?? '').replace('/admin', '')).expect(200);
    const next = /name="next" value="([^"]*)"/.exec(page.text)?.[1];
    const { email, password } = admin;
    const login = await stranger.post('/login').type('form').send({ email, password, next });
    expect(login.headers.location).toBe('/admin/customers/segments?x=1');
    const arrival = await visitor.get('/customers/segments').expect(302);
    expect(arrival.headers.location).toBe('/admin/pages/segments');
  });

  test.each([
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example',
    '/adminx',
    '/other',
    '/admin/login',
    '/admin/../x',
    'javascript:alert(1)',
    ['x'],
    undefined,
  ])('is not led elsewhere by a link to the login: %s', (wanted) =>
    expect(destination({ path: '/admin' }, wanted)).toBe('/admin'),
  );

  test('is told why he could not sign in, in his language, and keeps what he typed', async () => {
    const wrong = { email: 'x"<b>@example.com', password: 'wrong' };
    const login = stranger.post('/login').set('Accept-Language', 'de-AT').type('form');
    const { text } = await login.send(wrong).expect(401);
    expect(text).toContain('lang="de"');
    expect(text).toContain('role="alert">E-Mail und Passwort passen nicht zusammen.');
    expect(text).toContain('value="x&quot;&lt;b&gt;@example.com"');
  });
});

describe('every answer', () => {
  test.each(['/login', '/', '/nonsense', '/api/nonsense'])('of %s has the headers', async (path) => {
    const { headers } = await visitor.get(path);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('to a wrong link is a page that leads back', async () => {
    const { text } = await visitor.get('/pages/nonsense').set('Accept', 'text/html').expect(404);
    expect(text).toMatch(/<h1>There is nothing here\.<\/h1>\n<p><a href="\/admin">/);
  });

  test('has no inline script, no foreign address and the fonts from here', async () => {
    const { text } = await visitor.get('/').expect(200);
    const scripts = [...text.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(
      scripts.every((attributes) =>
        / src="\/admin\/assets\/| type="application\/json"/.test(attributes ?? ''),
      ),
    ).toBe(true);
    expect(text.replace(/<script type="application\/json".*<\/script>/s, '')).not.toMatch(/https?:\/\//);
    const style = /href="\/admin([^"]*style\.css)"/.exec(text)?.[1] ?? '';
    expect((await stranger.get(style).expect(200)).text).toMatch(/url\(".\/inter-latin-wght[^"]*\.woff2"\)/);
  });

  test.each([
    '/assets/x/start.js',
    '/assets/x/../../package.json',
    '/assets/x/%2e%2e%2fpackage.json',
    '/frontend/assets/app.bundle.js',
  ])('of %s is no file', async (path) => expect((await visitor.get(path)).status).toBe(404));
});

describe('a form', () => {
  const path = '/api/resources/customers/actions/new';

  test('is refused with a file in it, which is kept nowhere', async () => {
    const { body } = await visitor.post(path).attach('name', Buffer.from('x'), 'x.txt').expect(400);
    expect(body.code).toBe('back-office.form-refused');
  });

  test('is refused when it is large, before it is read', () =>
    visitor.post(path).field('name', 'x'.repeat(3_000_000)).expect(413));

  test('is refused when it is no form', () => visitor.post(path).send({ name: 'x' }).expect(415));

  test('is refused when it does not say how large it is', async () => {
    const { port } = host.getHttpServer().address();
    const head = [
      `POST /admin${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      `Cookie: ${visitor.cookie}`,
      'Content-Type: multipart/form-data; boundary=x',
      'Transfer-Encoding: chunked',
    ];
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n`));
      socket.once('data', (data) => resolve(String(data))).once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('cannot reach into prototypes', async () => {
    await visitor.create('customers', {
      name: 'Proto',
      '__proto__.polluted': '1',
      'constructor.prototype.polluted': '1',
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])('is not sent by %s', async (method) => {
    const { port } = host.getHttpServer().address();
    const address = `http://127.0.0.1:${port}/admin/api/resources/customers/records/50/delete`;
    const headers = { cookie: visitor.cookie, 'sec-fetch-site': 'same-origin' };
    expect((await fetch(address, { method, headers })).status).toBe(404);
  });
});

describe('the host', () => {
  test('keeps its own routes, also one that catches all', async () => {
    const { port } = host.getHttpServer().address();
    expect(await (await fetch(`http://127.0.0.1:${port}/administration`)).text()).toBe('the host');
    await visitor.list('customers').expect(200);
  });

  test('keeps its own session, which is not that of the back office', async () => {
    const { headers } = await stranger.get('/login');
    expect(String(headers['set-cookie'])).toMatch(/^host=/);
    const { rows } = await database.pool.query('SELECT account_id FROM segmentation.session');
    expect(rows.every(({ account_id }) => account_id.startsWith('user:'))).toBe(true);
  });
});

describe('signing out', () => {
  test('ends the session and leads to the login', async () => {
    const leaving = await stranger.login(host);
    const { headers } = await leaving.post('/logout').expect(303);
    expect(headers.location).toBe('/admin/login');
    await leaving.list('customers').expect(303);
  });

  test('needs a page of ours, as signing in does', async () => {
    await visitor.post('/logout').set('Origin', 'https://evil.example').expect(403);
    const login = visitor.post('/login').set('Origin', 'https://evil.example').type('form');
    await login.send({ email: admin.email, password: admin.password }).expect(403);
    await visitor.list('customers').expect(200);
  });
});
