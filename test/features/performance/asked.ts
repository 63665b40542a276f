/** What the tests of comparisons ask for. */

import type { Overlap } from '../../../src/performance/overlap/overlap.service.js';
import type { Api } from '../../support/application.js';

export async function overlap(api: Api, id: string, ...others: string[]): Promise<Overlap> {
  const asked = { with: others.join(',') };
  return (await api.get(`/api/segments/${id}/overlap`).query(asked).expect(200)).body;
}
