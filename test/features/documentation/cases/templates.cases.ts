/** What the routes of templates answer. */

import type { Cases } from '../case.js';

export const templatesCases: Cases = {
  'get /api/segment-templates': [{ status: 200 }, { status: 200, query: { unavailable: 'true' } }],
  'post /api/segments/from-template': [
    { status: 201, body: { template: 'recently_at_risk', parameters: { days: 8 } } },
    { status: 200, body: { template: 'recently_at_risk', parameters: { days: 8 } } },
    { status: 404, code: 'template.not-found', body: { template: 'ghost' } },
    {
      status: 409,
      code: 'segment.name-taken',
      body: { template: 'recently_at_risk', parameters: { days: 9 }, name: 'At risk' },
    },
    { status: 422, code: 'template.parameters', body: { template: 'vip', parameters: { percent: 0 } } },
    {
      status: 422,
      code: 'rule.invalid',
      body: { template: 'about_to_lapse', parameters: { from: 60, to: 45 } },
    },
  ],
};
