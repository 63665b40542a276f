/** What the catalogue answers. */

import type { Cases } from '../case.js';

export const catalogueCases: Cases = {
  'get /api/catalogue': [{ status: 200 }],
};
