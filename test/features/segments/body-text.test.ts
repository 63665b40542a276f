/** Bodies as they were written: what JSON.parse would quietly make something else of is refused, with its path. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, makeSegment } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const stored = () => app.query('select id from segmentation.segments');

const sendText = (text: string, path = '/api/segments') =>
  app.api.post(path).set('Content-Type', 'application/json').send(text);

describe('a body as it was written', () => {
  const rule = '"field": "city", "operator": "equals"';
  it.each([
    [
      'a key twice at the top',
      '{"name": "a", "name": "b", "subject": "contact", "rules": {"everyone": true}}',
      'name',
    ],
    [
      'a key twice in the rule',
      `{"name": "a", "subject": "contact", "rules": {${rule}, "value": "x", "value": "y"}}`,
      'rules.value',
    ],
    [
      'a key twice deep inside',
      `{"name": "a", "subject": "contact", "rules": {"match": "all", "rules": [{${rule}, "value": "x"}, {${rule}, "value": "x", "operator": "contains"}]}}`,
      'rules.rules[1].operator',
    ],
    [
      'a key twice, once escaped',
      `{"name": "a", "subject": "contact", "rules": {${rule}, "value": "x", "v\\u0061lue": "y"}}`,
      'rules.value',
    ],
    [
      'a number that JSON rounds',
      '{"name": "a", "subject": "contact", "rules": {"field": "score", "operator": "equals", "value": 0.12345678901234567891}}',
      'rules.value',
    ],
    [
      'the character U+0000',
      '{"name": "a\\u0000", "subject": "contact", "rules": {"everyone": true}}',
      'name',
    ],
    ['half a character', '{"name": "\\ud800", "subject": "contact", "rules": {"everyone": true}}', 'name'],
  ])('is refused with %s', async (_, text, path) => {
    const before = await stored();
    const { body } = await sendText(text).expect(400);
    expect(body).toMatchObject({ code: 'request.malformed', problems: [{ path }] });
    expect(await stored()).toEqual(before);
  });

  it('is refused by every route that reads one', async () => {
    const { id } = await makeSegment(app.api, 'Read by all', livesIn('Rome'));
    const put = await app.api.put(`/api/segments/${id}`).type('json').send('{"version": 1, "version": 1}');
    const preview = await sendText(
      '{"subject": "contact", "subject": "contact", "rules": {"everyone": true}}',
      '/api/segments/preview',
    );
    const run = await sendText(
      '{"as_of": "2026-01-01T00:00:00Z", "as_of": "2026-01-02T00:00:00Z"}',
      `/api/segments/${id}/calculate`,
    );
    expect([put, preview, run].map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([400, 'request.malformed']),
    );
  });

  it('that is no JSON is refused with a problem document', async () => {
    const answer = await sendText('{"name": ')
      .expect(400)
      .expect('Content-Type', /^application\/problem\+json/);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'request.malformed',
      detail: 'The body is not valid JSON.',
    });
  });

  it('that is no JSON at all is refused as well', async () => {
    const answer = await app.api.post('/api/segments').type('form').send('name=a&subject=contact&rules=x');
    expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
  });

  it('may hold a rule of nearly 1 MiB, and no more', async () => {
    const values = (count: number) => Array.from({ length: count }, (_none, n) => `${n} ${'x'.repeat(990)}`);
    const listed = (count: number) => ({
      subject: 'contact',
      rules: { field: 'city', operator: 'in_list', value: values(count) },
      limit: 0,
    });
    await app.api.post('/api/segments/preview').send(listed(1_000)).expect(200);
    expect((await app.api.post('/api/segments/preview').send(listed(1_100))).status).toBeGreaterThanOrEqual(
      400,
    );
    const { body, status } = await app.api.post('/api/segments/preview').send(listed(3_000));
    expect([status, body.code]).toEqual([413, 'request.too-large']);
  });
});
