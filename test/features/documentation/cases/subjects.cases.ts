/** What the routes about one person answer. */

import { settle } from '../../../support/segments.js';
import type { Cases, Scene } from '../case.js';

const known = ({ ids }: Scene) => ({ subject: 'contact', id: ids.member_id ?? '' });
const nobodyHere = { status: 404, code: 'subject.not-found', at: { subject: 'contact', id: '0' } } as const;
const ghost = { status: 422, code: 'subject.unknown', at: { subject: 'ghost', id: '1' } } as const;

export const subjectsCases: Cases = {
  'get /api/subjects/{subject}/{id}/segments': [
    (scene) => ({ status: 200, at: known(scene) }),
    nobodyHere,
    ghost,
  ],
  'get /api/subjects/{subject}/{id}/personal-data': [
    (scene) => ({ status: 200, at: known(scene) }),
    nobodyHere,
    ghost,
  ],
  'delete /api/subjects/{subject}/{id}/personal-data': [
    async ({ app }) => {
      const [id = ''] = await settle(app, 'Docby', 'forgotten');
      return { status: 200, at: { subject: 'contact', id } };
    },
    nobodyHere,
    ghost,
  ],
};
