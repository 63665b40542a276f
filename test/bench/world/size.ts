/** How large a world the benchmark asks for. */

import { Temporal } from 'temporal-polyfill';

/** Of the first tenant; a second one, a fiftieth of its size, lies between its rows. */
export interface WorldSize {
  readonly contacts: number;
  readonly orders: number;
  readonly lines: number;
  readonly activities: number;
  readonly seed: number;
}

export const fullSize: WorldSize = {
  contacts: 1_000_000,
  orders: 10_000_000,
  lines: 15_000_000,
  activities: 10_000_000,
  seed: 1,
};

/** The same proportions for fewer or more contacts. */
export function sizeFor(contacts: number, seed = fullSize.seed): WorldSize {
  const scaled = (full: number): number => Math.round((full / fullSize.contacts) * contacts);
  const { orders, lines, activities } = fullSize;
  return {
    contacts,
    orders: scaled(orders),
    lines: scaled(lines),
    activities: scaled(activities),
    seed,
  };
}

/** The instant that all rules are evaluated at; a few records lie after it. */
export const asOf = Temporal.Instant.from('2026-06-15T12:00:00Z');
export const bigTenant = '1';
export const smallTenantPart = 50;
