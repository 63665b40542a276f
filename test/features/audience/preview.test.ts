/** Previews: whom a rule matches now, counted exactly, in words, with a sample or all ids, and nothing stored. */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../src/access/audit/audit-entry.js';
import { limits } from '../../../src/audience/evaluation.js';
import { PreviewController } from '../../../src/audience/preview.controller.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { makeField } from '../../support/custom-fields.js';
import { calculate, livesIn, makeSegment, segmentOf, settle, until } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
  const [first = ''] = await settle(app, 'Viewby', ...Array.from({ length: 12 }, (_none, n) => `view-${n}`));
  await app.query(`update crm.contacts set tags = '{seen}', status = 'lead' where id = $1`, [first]);
  await app.query(
    `with made as (insert into crm.orders (tenant_id, contact_id, placed_at, status, total_base)
       values (1, $1, '2026-02-01T10:00:00Z', 'paid', 1) returning id)
     insert into crm.order_lines (tenant_id, contact_id, order_id, name) select 1, $1, id, 'Seen dish' from made`,
    [first],
  );
  await makeField(app.api, 'taste', 'text');
  await app.api
    .put(`/api/custom-fields/values/contact/${first}`)
    .send({ values: { taste: 'sour' } })
    .expect(200);
});
afterAll(() => app.close());

const visits = (page: string) => ({
  related: 'activities',
  measure: 'count',
  where: { match: 'all', rules: [{ field: 'properties.page', operator: 'equals', value: page }] },
  operator: 'greater_than',
  value: 0,
});

const ask = (rules: unknown, more: object = {}, query: object = {}) =>
  app.api
    .post('/api/segments/preview')
    .query(query)
    .send({ subject: 'contact', rules, ...more });

const fetchAll = (body: object, query = '?ids=true', signal?: AbortSignal) =>
  fetch(`${app.address}/api/segments/preview${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.own}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

describe('a preview', () => {
  it('counts, says the share and the words, and shows ten', async () => {
    const [row] = await app.query<{ everyone: number }>(
      'select count(*)::integer as everyone from crm.contacts where tenant_id = 1',
    );
    const { body } = await ask(livesIn('Viewby')).expect(200);
    expect(body).toEqual({
      count: 12,
      estimated: false,
      share: 12 / (row?.everyone ?? 0),
      words: 'Contacts whose city is “Viewby”.',
      lint: [],
      sample: expect.anything(),
    });
    expect(body.sample).toHaveLength(10);
    expect(body.sample[0]).toEqual({
      member_id: expect.any(String),
      external_id: 'view-0',
      display: 'view-0',
    });
  });

  it.each([
    ['de', 'Kontakte, deren Stadt „Viewby“ ist.'],
    ['fr;q=0.9, de-AT;q=0.8, en;q=0.1', 'Kontakte, deren Stadt „Viewby“ ist.'],
    ['fr', 'Contacts whose city is “Viewby”.'],
    ['*', 'Contacts whose city is “Viewby”.'],
  ])('says the words in the language that is accepted: %s', async (accepted, words) => {
    const { body } = await ask(livesIn('Viewby')).set('Accept-Language', accepted).expect(200);
    expect(body.words).toBe(words);
  });

  it('says what is odd about the rule', async () => {
    const rules = { match: 'all', rules: [livesIn('Viewby'), livesIn('Nowhere')] };
    const { body } = await ask(rules).set('Accept-Language', 'de').expect(200);
    expect(body).toMatchObject({
      count: 0,
      lint: [
        {
          code: 'lint.contradiction',
          severity: 'warning',
          path: '',
          with: ['rules[0]', 'rules[1]'],
          message: 'Diese Bedingungen schließen einander aus: Niemand kann sie erfüllen.',
        },
        { code: 'lint.unknown-value', path: 'rules[1]', message: 'Diesen Wert hat zurzeit kein Datensatz.' },
      ],
    });
  });

  const dishes = (value: string) => ({
    related: 'order_lines',
    measure: 'count',
    where: { match: 'all', rules: [{ field: 'name', operator: 'equals', value }] },
    operator: 'equals',
    value: 0,
  });

  it.each<[string, object, object | undefined]>([
    ['a text in another case', livesIn('vIEWBY'), livesIn('Nowhere')],
    ['a list', { field: 'city', operator: 'in_list', value: ['Viewby', 'viewby'] }, undefined],
    [
      'one of a list',
      livesIn('Viewby'),
      { field: 'city', operator: 'in_list', value: ['Viewby', 'Nowhere'] },
    ],
    ['a select', { field: 'status', operator: 'equals', value: 'lead' }, undefined],
    [
      'tags',
      { field: 'tags', operator: 'has_any', value: ['seen'] },
      { field: 'tags', operator: 'has_all', value: ['seen', 'unseen'] },
    ],
    ['a code to the letter', { field: 'external_id', operator: 'equals', value: 'view-1' }, undefined],
    [
      'a code in another case',
      livesIn('Viewby'),
      { field: 'external_id', operator: 'equals', value: 'VIEW-1' },
    ],
    ['a key of JSON', livesIn('Viewby'), visits('nowhere')],
    ['of related records', dishes('Seen dish'), dishes('Unseen dish')],
    [
      'at the end of a path',
      livesIn('Viewby'),
      { field: 'company.city', operator: 'equals', value: 'Nowhere' },
    ],
    [
      'a custom field',
      { field: 'custom.taste', operator: 'equals', value: 'Sour' },
      { field: 'custom.taste', operator: 'not_equals', value: 'bitter' },
    ],
    ['what begins or contains', { field: 'city', operator: 'contains', value: 'owher' }, undefined],
    ['what is derived', { field: 'email_domain', operator: 'equals', value: 'nowhere.example' }, undefined],
  ])('says of %s whether any record has it', async (_, there, nowhere) => {
    expect((await ask(there).expect(200)).body.lint).toEqual([]);
    if (!nowhere) return;
    const { body } = await ask(nowhere).expect(200);
    expect(body.lint.map(({ code }: { code: string }) => code)).toEqual(['lint.unknown-value']);
  });

  it('sees no other tenant’s values', async () => {
    await app.query(`insert into crm.contacts (tenant_id, external_id, city) values (2, 'far', 'Farawayby')`);
    expect((await ask(livesIn('Farawayby')).expect(200)).body.lint).toMatchObject([
      { code: 'lint.unknown-value' },
    ]);
  });

  it('says nothing of values that would take too long to look for', async () => {
    const usual = limits['known values'];
    limits['known values'] = 0;
    expect((await ask(livesIn('Nowhere')).expect(200)).body.lint).toEqual([]);
    limits['known values'] = usual;
  });

  it.each([
    [0, undefined],
    [1, 1],
    [100, 12],
  ])('with the limit %i shows as many, or leaves the sample out', async (limit, shown) => {
    const { body } = await ask(livesIn('Viewby'), { limit }).expect(200);
    expect(body.sample?.length).toBe(shown);
    expect('sample' in body).toBe(limit > 0);
  });

  it('of nobody has the share 0', async () => {
    const { body } = await ask(livesIn('Nowhere')).expect(200);
    expect(body).toMatchObject({ count: 0, share: 0, sample: [] });
  });

  it('of a rule and of its negation adds up to everyone', async () => {
    const rule = { related: 'orders', measure: 'count', operator: 'greater_than', value: 3 };
    const counts = [rule, { match: 'none', rules: [rule] }, { everyone: true }].map(
      async (rules) => (await ask(rules, { limit: 0 }).expect(200)).body.count,
    );
    const [some, others, everyone] = await Promise.all(counts);
    expect(some).toBeGreaterThan(0);
    expect(some + others).toBe(everyone);
  });

  it('looks at the clock of as_of', async () => {
    const recent = { field: 'last_order_at', operator: 'within_last', value: { days: 3 } };
    const count = async (as_of: string) => (await ask(recent, { as_of, limit: 0 }).expect(200)).body.count;
    expect(await count('2026-03-01T12:00:00Z')).toBeGreaterThan(0);
    expect(await count('2020-03-01T12:00:00Z')).toBe(0);
  });

  it.each([
    ['as_of', 'soon', 422],
    ['as_of', '2026-02-30T00:00:00Z', 422],
    ['as_of', 7, 400],
    ['limit', -1, 400],
    ['limit', 101, 400],
    ['limit', 1.5, 400],
    ['subject', '', 400],
    ['subject', 'ghost', 422],
    ['tenant_id', '2', 400],
  ])('refuses the %s %p', async (name, value, status) => {
    const { body } = await ask(livesIn('Viewby'), { [name]: value });
    expect(body).toMatchObject({ status, code: expect.any(String) });
  });

  it('stores nothing', async () => {
    expect(await app.query('select from segmentation.segments')).toEqual([]);
  });

  it('warns of a segment that was never calculated, until it is', async () => {
    const { id } = await makeSegment(app.api, 'Fresh $&', livesIn('Viewby'));
    const { id: fixed } = (
      await app.api
        .post('/api/segments')
        .send({ ...segmentOf('Fixed', undefined), type: 'static' })
        .expect(201)
    ).body;
    const rules = {
      match: 'all',
      rules: [
        livesIn('Viewby'),
        { segment: id, operator: 'is_not_member' },
        { segment: fixed, operator: 'is_not_member' },
      ],
    };
    expect((await ask(rules).expect(200)).body.lint).toEqual([
      {
        code: 'lint.segment-never-calculated',
        severity: 'warning',
        path: 'rules[1]',
        with: [],
        message:
          'The segment “Fresh $&” was never calculated: whoever meets its rule does not count as a member yet.',
      },
    ]);
    await calculate(app.api, id);
    expect((await ask(rules).expect(200)).body.lint).toEqual([]);
  });
});

describe('all ids of a preview', () => {
  it('come one a line, whole', async () => {
    const count = 25_000;
    await app.query(
      `insert into crm.contacts (tenant_id, external_id, city)
       select 1, 'many ' || n || case when n = 1 then E' "\\n\\u2028' else '' end, 'Manyby' from generate_series(1, $1) n`,
      [count],
    );
    const answer = await fetchAll({ subject: 'contact', rules: livesIn('Manyby') });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const lines = (await answer.text()).split('\n');
    expect(lines.pop()).toBe('');
    const ids = lines.map((line) => JSON.parse(line));
    expect(ids).toHaveLength(count);
    expect(hashOf(ids)).toBe(
      hashOf(
        (
          await app.query<{ id: string }>(`select external_id as id from crm.contacts where city = 'Manyby'`)
        ).map(({ id }) => id),
      ),
    );
  });

  const onRecord = async () => {
    const { body } = await app.api.get('/api/audit').query({ limit: 2, target: 'contact' }).expect(200);
    return body.items.map(({ action, actor_name, from_address, target_type, details }: AuditEntry) => ({
      action,
      actor_name,
      from_address,
      target_type,
      details,
    }));
  };
  const by = {
    actor_name: 'API key',
    from_address: expect.stringContaining('127.0.0.1'),
    target_type: 'subject',
  };
  const what = { fields: ['contact.city'], segments: [], as_of: expect.stringMatching(/Z$/) };

  it('are on record: who took them, from where, by which fields, and how many', async () => {
    expect(await (await fetchAll({ subject: 'contact', rules: livesIn('Viewby') })).text()).toContain(
      'view-0',
    );
    expect(await onRecord()).toEqual([
      { ...by, action: 'audience.exported', details: { ...what, rows: 12, whole: true } },
      { ...by, action: 'audience.export-begun', details: what },
    ]);
  });

  it('are on record also where their reader went away half-way', async () => {
    const answer = await fetchAll({ subject: 'contact', rules: livesIn('Manyby') });
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const [last] = await until(onRecord, ([{ action }]) => action === 'audience.exported');
    expect(last).toMatchObject({ ...by, details: { ...what, whole: false } });
    expect(last.details.rows).toBeLessThan(25_000);
  });

  it('leave no trace of what was only looked at', async () => {
    const before = await onRecord();
    await ask(livesIn('Viewby')).expect(200);
    expect(await onRecord()).toEqual(before);
  });

  it('are refused with the problems of the rule before a line is sent', async () => {
    const { body } = await ask(
      { field: 'nothing', operator: 'equals', value: 1 },
      {},
      { ids: 'true' },
    ).expect(422);
    expect(body.problems).toEqual([expect.objectContaining({ code: 'field.unknown' })]);
  });

  it('are a problem where they cannot be read, not an empty list', async () => {
    await app.query('alter table crm.contacts rename column city to town');
    const answer = await ask(livesIn('Manyby'), {}, { ids: 'true' });
    await app.query('alter table crm.contacts rename column town to city');
    expect([answer.status, answer.type, JSON.parse(answer.text).code]).toEqual([
      500,
      'application/problem+json',
      'internal',
    ]);
  });
});

const busy = () =>
  app.query(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and state <> 'idle' and backend_type = 'client backend' and query not like '%lock table%'`,
  );

describe('a caller who goes away', () => {
  it.each([1, 15])('takes the work with them: %i at a time', async (callers) => {
    const client = await app.database.pool.connect();
    await client.query('begin; lock table crm.contacts in access exclusive mode');
    const leave = new AbortController();
    const calls = Array.from({ length: callers }, (_none, n) => {
      const query = n % 2 ? '?ids=true' : '';
      return fetchAll({ subject: 'contact', rules: livesIn('Viewby') }, query, leave.signal).catch(
        () => 'gone',
      );
    });
    await until(busy, (sessions) => sessions.length === Math.min(callers, 10));
    leave.abort();
    await Promise.all(calls);
    await until(busy, (sessions) => sessions.length === 0);
    await client.query('commit');
    client.release();
    await ask(livesIn('Viewby')).expect(200);
  });

  it('half-way through a list frees its cursor', async () => {
    const answer = await fetchAll({ subject: 'contact', rules: { everyone: true } });
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await until(busy, (sessions) => sessions.length === 0);
  });
});

describe('a caller who stays and does not read', () => {
  it('loses the connection, and what was left of the list its cursor', async () => {
    // More than the buffers between the two can hold.
    await app.query(
      `insert into crm.contacts (tenant_id, external_id, city)
       select 1, lpad(n::text, 1500, '0'), 'Slowby' from generate_series(1, 20000) n`,
    );
    const controller = app.nest.get(PreviewController);
    const { patience } = controller;
    controller.patience = 100;
    const headers = { authorization: `Bearer ${keys.own}`, 'content-type': 'application/json' };
    const asked = request(`${app.address}/api/segments/preview?ids=true`, { method: 'POST', headers });
    asked.end(JSON.stringify({ subject: 'contact', rules: livesIn('Slowby') }));
    const [answer] = await once(asked, 'response');
    await until(busy, (sessions) => sessions.length === 0);
    controller.patience = patience;
    await expect(answer.toArray()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

const hashOf = (ids: string[]): string =>
  createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
