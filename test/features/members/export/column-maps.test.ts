/** Column maps: columns that are chosen once, under a name that exports take as their format. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../../support/application.js';
import { calculate, livesIn, makeSegment, settle, walk } from '../../../support/segments.js';

let app: TestApplication;
let id: string;
beforeAll(async () => {
  app = await openApplication();
  await settle(app, 'Mapby', 'map-1');
  id = (await makeSegment(app.api, 'Mapped', livesIn('Mapby'))).id;
  await calculate(app.api, id);
});
afterAll(() => app.close());

const letter = {
  name: 'Letter shop',
  subject: 'contact',
  format: 'csv',
  columns: [{ field: 'external_id', header: '=Number' }, { field: 'city' }],
};

const exported = (format: string, key?: string) =>
  app
    .as(key ?? keys.own)
    .get(`/api/segments/${id}/export`)
    .query({ format });

describe('a column map', () => {
  it('is made, exported by its name, changed, and deleted', async () => {
    const { body: map } = await app.api.post('/api/column-maps').send(letter).expect(201);
    expect(map).toMatchObject({ ...letter, reachable_by: null, version: 1, created_by: 'API key' });
    expect((await exported('Letter shop').expect(200)).text).toBe("'=Number,city\nmap-1,Mapby\n");

    const changes = { version: 1, format: 'ndjson', columns: [{ field: 'city', header: 'Ort "ü"' }] };
    const { body: changed } = await app.api.put(`/api/column-maps/${map.id}`).send(changes).expect(200);
    expect(changed).toMatchObject({ name: 'Letter shop', version: 2, format: 'ndjson' });
    expect(JSON.parse((await exported('Letter shop').expect(200)).text)).toEqual({ 'Ort "ü"': 'Mapby' });

    await app.api.delete(`/api/column-maps/${map.id}`).expect(204);
    expect((await exported('Letter shop').expect(422)).body.code).toBe('export.format-unknown');
  });

  it('is another tenant’s neither to read, to change nor to export by', async () => {
    const { body: map } = await app.api.post('/api/column-maps').send({ ...letter, name: 'Own' });
    const foreign = app.as(keys.foreign);
    await foreign.get(`/api/column-maps/${map.id}`).expect(404);
    await foreign.put(`/api/column-maps/${map.id}`).send({ version: 1, name: 'Mine' }).expect(404);
    await foreign.delete(`/api/column-maps/${map.id}`).expect(404);
    expect((await foreign.get('/api/column-maps').expect(200)).body.items).toEqual([]);
    await foreign
      .post('/api/column-maps')
      .send({ ...letter, name: 'Own' })
      .expect(201);
  });

  it('may say whom messages may be sent to, and an export may say otherwise', async () => {
    const [one, other] = await settle(app, 'Agreeby', 'agree-1', 'agree-2');
    await app.query(`update crm.contacts set email = external_id || '@example.com' where city = 'Agreeby'`);
    const agreed = (await makeSegment(app.api, 'Agreed', livesIn('Agreeby'))).id;
    await calculate(app.api, agreed);
    for (const [person, channel] of [
      [one, 'email'],
      [other, 'sms'],
    ])
      await app.query(
        `insert into segmentation.contact_consents (tenant_id, channel, subject_id, opted_in, source, at, recorded_by)
         values ('1', $1, $2, true, 'form', now(), 'test')`,
        [channel, person],
      );
    const wanted = {
      ...letter,
      name: 'To write to',
      columns: [{ field: 'external_id' }],
      reachable_by: 'email',
    };
    const { body: map } = await app.api.post('/api/column-maps').send(wanted).expect(201);
    expect(map).toMatchObject({ reachable_by: 'email' });
    const members = async (query: object = {}) =>
      (await app.api.get(`/api/segments/${agreed}/export`).query({ format: 'To write to', ...query })).text;
    expect(await members()).toBe('external_id\nagree-1\n');
    await app.query(`update crm.contacts set phone = '+4930' where city = 'Agreeby'`);
    expect(await members({ reachable_by: 'sms' })).toBe('external_id\nagree-2\n');
    const put = (changes: object) => app.api.put(`/api/column-maps/${map.id}`).send(changes).expect(200);
    expect((await put({ version: 1, format: 'csv' })).body).toMatchObject({ reachable_by: 'email' });
    expect((await put({ version: 2, reachable_by: null })).body).toMatchObject({ reachable_by: null });
    expect(await members()).toBe('external_id\nagree-1\nagree-2\n');
    await app.api.delete(`/api/column-maps/${map.id}`).expect(204);
  });

  it('is of one kind of subject', async () => {
    const companies = { ...letter, name: 'Companies', subject: 'company', columns: [{ field: 'industry' }] };
    await app.api.post('/api/column-maps').send(companies).expect(201);
    expect((await exported('Companies').expect(422)).body.code).toBe('export.format-unknown');
  });

  it('stands in a list, a page at a time', async () => {
    const { items, totals } = await walk<{ name: string }>(app.api, '/api/column-maps', 1);
    expect(items.map(({ name }) => name)).toEqual(['Companies', 'Own']);
    expect(totals).toEqual([2, 2]);
  });
});
