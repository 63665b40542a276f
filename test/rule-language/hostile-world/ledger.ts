/** The ledgers of the hostile world: who was in which segment, from when until when, and why. */

import type { Row } from '../oracle/matching.js';
import type { Draw } from './draw.js';
import { turningInstants } from './draw.js';
import type { TablePlan } from './tables.js';
import { tenantColumn } from './tables.js';

export const segments = [
  '5e9c2d1a-0000-4000-a000-000000000001',
  '5e9c2d1a-0000-4000-a000-000000000002',
  '5e9c2d1a-0000-4000-a000-000000000003',
  // Nobody has ever been in this one.
  '5e9c2d1a-0000-4000-a000-000000000004',
];

/** Two ways of joining, and two of being put in without. */
const causes = ['matched', 'pinned', 'first_fill', 'rule_edit'];

export const ledgerPlan = (subject: string, keyType: string): Omit<TablePlan, 'draw'> => ({
  name: `${subject}_stay`,
  columns: {
    ...tenantColumn,
    ...{ segment_id: 'uuid not null', subject_id: `${keyType} not null` },
    ...{ entered_at: 'timestamptz not null', left_at: 'timestamptz', cause: 'text not null' },
  },
  constraints: ['check (left_at > entered_at)'],
});

/** Stays that follow one another: a subject is in a segment once at a time. */
export function staysOf(draw: Draw, tenant: string, subject: string): Row[] {
  const { random } = draw;
  return segments.slice(0, 3).flatMap((segment) => {
    const stays: Row[] = [];
    let at = random.integer(0, turningInstants.length - 1);
    for (let left = random.integer(0, 3); left > 0; left -= 1) {
      const [entered, exit] = [turningInstants[at], turningInstants[at + random.integer(1, 400)]];
      if (entered === undefined) break;
      const stay = { tenant_id: tenant, segment_id: segment, subject_id: subject, entered_at: entered };
      const stillIn = exit === undefined || (left === 1 && random.chance(0.5));
      stays.push({ ...stay, left_at: stillIn ? null : exit, cause: random.pick(causes) });
      if (stillIn) break;
      at = turningInstants.indexOf(exit) + random.integer(0, 200);
    }
    return stays;
  });
}
