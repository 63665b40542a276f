/** Segments made of templates: offered in the caller's language, made once, with those that they refer to. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../../support/application.js';
import { segmentOf } from '../../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const post = (body: object, key: string = keys.own) =>
  app.as(key).post('/api/segments/from-template').send(body);

const offered = async (language: string) => {
  const { body } = await app.api.get('/api/segment-templates').set('Accept-Language', language).expect(200);
  return body.items as { id: string; segments: { id: string; parameters: object }[] }[];
};
const template = async (id: string, language = 'en') =>
  (await offered(language)).find((one) => one.id === id);
const named = async (name: string) =>
  (await app.query('select id from segmentation.segments where tenant_id = $1 and name = $2', ['1', name]))
    .length;

describe('the gallery', () => {
  it('says each template in the language that is asked for, with its parameters', async () => {
    expect(await template('at_risk')).toMatchObject({
      name: 'At risk',
      words:
        'Contacts whose last order is 60 days before today or earlier, and not matching (last order is 6 months before today or earlier) – time zone Europe/Berlin.',
      available: true,
      needs: [],
      segments: [],
    });
    expect(await template('recently_at_risk', 'de')).toEqual({
      id: 'recently_at_risk',
      subject: 'contact',
      name: 'Seit Kurzem abwanderungsgefährdet',
      purpose: 'Der richtige Moment, ihnen zu schreiben.',
      icon: 'Bell',
      parameters: [{ name: 'days', label: 'Tage', type: 'integer', default: 7, minimum: 1, maximum: 3650 }],
      rules: {
        segment: { template: 'at_risk' },
        operator: 'joined_within_last',
        value: { days: 7 },
      },
      words:
        'Kontakte, die dem Segment „Abwanderungsgefährdet“ in den letzten 7 Tagen einschließlich heute beigetreten und noch darin sind – Zeitzone Europe/Berlin.',
      needs: ['at_risk'],
      available: true,
      problems: [],
      segments: [],
    });
  });
});

describe('from a template', () => {
  it('makes the segment, and those that it refers to along', async () => {
    const { body } = await post({ template: 'just_reached_vip' }).expect(201);
    expect(body).toMatchObject({
      name: 'Just reached VIP',
      template: { id: 'just_reached_vip', parameters: { days: 7 } },
      health: 'ok',
      version: 1,
    });
    const [vip] = (await template('vip'))?.segments ?? [];
    expect(vip).toMatchObject({ name: 'VIP customers', parameters: { percent: 10 } });
    expect(body.rules).toEqual({ segment: vip?.id, operator: 'joined_within_last', value: { days: 7 } });
  });

  it('puts each parameter in its place', async () => {
    const parameters = { days: 30, from: 30, to: 119, share: 0.25 };
    const { body } = await post({ template: 'slowing_down', parameters }).expect(201);
    const counted = (days: object) => ({ where: { rules: [{ field: 'placed_at', value: days }, {}] } });
    expect(body.rules).toMatchObject({
      ...counted({ days: 30 }),
      value: { ...counted([{ days: 30 }, { days: 119 }]), times: '0.25' },
    });
  });

  it('finds the one that was made with the same parameters, and makes another with others', async () => {
    const { body: first } = await post({ template: 'lapsed' }).expect(201);
    const { body: again } = await post({ template: 'lapsed', parameters: { months: 6 } }).expect(200);
    expect(again.id).toBe(first.id);
    const { body: other } = await post({ template: 'lapsed', parameters: { months: 12 } }).expect(201);
    expect(other).toMatchObject({ name: 'Lapsed 2', template: { parameters: { months: 12 } } });
    const { body: called } = await post({ template: 'lapsed', name: 'Long gone', tags: ['x'] }).expect(201);
    expect(called).toMatchObject({ name: 'Long gone', tags: ['x'], words: first.words });
  });

  it('makes one only, also when asked twice at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post({ template: 'recently_at_risk' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await named('At risk')).toBe(1);
  });

  it('makes nothing at all where the segment cannot be made', async () => {
    await app.api
      .post('/api/segments')
      .send(segmentOf('Taken', { everyone: true }))
      .expect(201);
    const before = await app.query('select id from segmentation.segments');
    const { body } = await post({ template: 'new_customers', name: 'Taken' }).expect(409);
    expect(body.code).toBe('segment.name-taken');
    expect(await app.query('select id from segmentation.segments')).toEqual(before);
  });

  it.each([
    ['super_regulars', { orders: 0 }, ['parameters.orders']],
    ['super_regulars', { orders: 1.5, days: '30' }, ['parameters.orders', 'parameters.days']],
    ['vip', { percent: 101, most: 1 }, ['parameters.percent', 'parameters.most']],
    ['vip', { percent: null }, ['parameters.percent']],
    ['health_conscious', { categories: [] }, ['parameters.categories']],
    ['health_conscious', { categories: ['salads', ' '] }, ['parameters.categories']],
    ['vip_upsell', { category: 7 }, ['parameters.category']],
    ['vip', { constructor: 1 }, ['parameters.constructor']],
  ])('names every parameter of %s that cannot be meant: %j', async (id, parameters, paths) => {
    const { body } = await post({ template: id, parameters }).expect(422);
    expect([body.code, body.problems.map(({ path }: { path: string }) => path)]).toEqual([
      'template.parameters',
      paths,
    ]);
  });

  it('refuses parameters that do not go together', async () => {
    const { body } = await post({ template: 'about_to_lapse', parameters: { from: 60, to: 45 } }).expect(422);
    expect(body.code).toBe('rule.invalid');
  });

  it('knows which templates there are', async () => {
    const { body } = await post({ template: 'nobody' }).expect(404);
    expect(body).toMatchObject({ code: 'template.not-found', detail: expect.stringContaining('at_risk') });
    expect((await post({ template: 'vip' }, keys.reader)).status).toBe(403);
  });

  it('is of one tenant only', async () => {
    const { body: mine } = await post({ template: 'high_spenders' }).expect(201);
    const { body: theirs } = await post({ template: 'high_spenders' }, keys.foreign).expect(201);
    expect(theirs.id).not.toBe(mine.id);
  });
});

describe('a rule that refers to a template', () => {
  const rules = (id: string) => ({
    match: 'all',
    rules: [
      { segment: { template: id }, operator: 'is_not_member' },
      { field: 'city', operator: 'is_not_empty' },
    ],
  });

  it('is saved with the segment of that template, made along if there is none', async () => {
    const refused = await app.api
      .post('/api/segments/preview')
      .send({ subject: 'contact', rules: rules('super_regulars') });
    expect(refused.body.problems).toEqual([
      {
        code: 'segment.not-made',
        path: 'rules[0].segment',
        message:
          'No segment has been made of the template “super_regulars” yet, so nobody is known to be in it: make one of it, or save the rule, which makes it along.',
      },
    ]);
    const { body } = await app.api
      .post('/api/segments')
      .send(segmentOf('Refers', rules('super_regulars')))
      .expect(201);
    const [made] = (await template('super_regulars'))?.segments ?? [];
    expect(body.rules.rules[0].segment).toBe(made?.id);
    await app.api
      .post('/api/segments/preview')
      .send({ subject: 'contact', rules: rules('super_regulars') })
      .expect(200);
  });

  it('is refused where there is no such template', async () => {
    const { body } = await app.api
      .post('/api/segments')
      .send(segmentOf('No', rules('ghosts')))
      .expect(422);
    expect(body.problems).toMatchObject([{ code: 'segment.unknown', path: 'rules[0].segment' }]);
  });

  /** The segment that a rule comes to refer to by the template. */
  async function referred(name: string, id: string): Promise<string> {
    const { body } = await app.api
      .post('/api/segments')
      .send(segmentOf(name, rules(id)))
      .expect(201);
    return body.rules.rules[0].segment;
  }

  it('takes the one with the defaults, whatever was made first', async () => {
    const { body: wide } = await post({ template: 'weekend_guests', parameters: { share: 0.1 } }).expect(201);
    const made = await referred('On the defaults', 'weekend_guests');
    expect(made).not.toBe(wide.id);
    expect((await post({ template: 'weekend_guests' }).expect(200)).body.id).toBe(made);
  });

  it('takes none whose rule was edited since', async () => {
    const { body: made } = await post({ template: 'loyalty_members' }).expect(201);
    await edit(made, { field: 'loyalty_status', operator: 'in_list', value: ['active', 'paused'] });
    const other = await referred('On it', 'loyalty_members');
    expect(other).not.toBe(made.id);
    expect(await named('Loyalty members 2')).toBe(1);
  });
});

const edit = async ({ id, version }: { id: string; version: number }, rules: unknown) =>
  (await app.api.put(`/api/segments/${id}`).send({ version, rules }).expect(200)).body;

describe('the template of a segment', () => {
  it('is its own as long as it has the rule: another name and ids of nodes change nothing', async () => {
    const { body: made } = await post({ template: 'dinner_regulars' }).expect(201);
    const renamed = await app.api
      .put(`/api/segments/${made.id}`)
      .send({ version: 1, name: 'They dine', rules: { id: 'dinner', ...made.rules } })
      .expect(200);
    expect(renamed.body).toMatchObject({ version: 2, template: made.template });
    expect((await post({ template: 'dinner_regulars' }).expect(200)).body.id).toBe(made.id);
  });

  it('is gone with the rule, also by an edit of one node, and does not come back', async () => {
    const { body: made } = await post({ template: 'lunch_crowd' }).expect(201);
    expect(await edit(made, { everyone: true })).toMatchObject({ template: null });
    const { body: other } = await post({ template: 'lunch_crowd' }).expect(201);
    expect(other).toMatchObject({ name: 'Lunch crowd 2', words: made.words });
    const [root] = (await app.api.get(`/api/segments/${other.id}/rules`).expect(200)).body.items;
    await app.api
      .put(`/api/segments/${other.id}/rules/${root.id}`)
      .send({ version: 1, rule: { everyone: true } })
      .expect(200);
    expect((await app.api.get(`/api/segments/${other.id}`).expect(200)).body.template).toBeNull();
    const { body: restored } = await app.api
      .post(`/api/segments/${made.id}/versions/1/restore`)
      .send({ version: 2 })
      .expect(200);
    expect(restored.template).toBeNull();
    expect((await template('lunch_crowd'))?.segments).toEqual([]);
  });
});
