/** What the tests of custom fields say often: fields, values, and whom a rule about them matches. */

import type { Api } from './application.js';

export interface FieldBody {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly archived_at: string | null;
}

/** A field of contacts, if not said otherwise; its label is its key. */
export async function makeField(
  api: Api,
  key: string,
  type: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<FieldBody> {
  const sent = { subject: 'contact', key, label: key, type, ...more };
  const { body } = await api.post('/api/custom-fields').send(sent).expect(201);
  return body;
}

export const optionsOf = (...values: string[]) => values.map((value) => ({ value }));

export const putValues = (api: Api, id: string, values: unknown, subject = 'contact') =>
  api.put(`/api/custom-fields/values/${subject}/${id}`).send({ values });

export async function valuesOf(api: Api, id: string, subject = 'contact'): Promise<Record<string, unknown>> {
  const { body } = await api.get(`/api/custom-fields/values/${subject}/${id}`).expect(200);
  return body.values;
}

/** External ids of whom the rule matches now, among the people of a city. */
export async function whoMatches(api: Api, city: string, rule: unknown): Promise<string[]> {
  const rules = { match: 'all', rules: [{ field: 'city', operator: 'equals', value: city }, rule] };
  const { body } = await api
    .post('/api/segments/preview')
    .send({ subject: 'contact', rules, limit: 100 })
    .expect(200);
  return body.sample.map((member: { external_id: string }) => member.external_id).sort();
}
