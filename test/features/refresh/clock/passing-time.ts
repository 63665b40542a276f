/** An application whose clock is set by hand, and what came of letting it go on. */

import { jest } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type Advance, ClockRefresh } from '../../../../src/refresh/clock/clock-refresh.service.js';
import { EngineClock } from '../../../../src/segments/engine-clock.js';
import type { TestApplication } from '../../../support/application.js';

export interface Person {
  readonly birthday?: string;
  /** When they ordered. */
  readonly orders?: readonly string[];
  /** When they entered the segment that is passed beside. */
  readonly entered?: string;
}

export class PassingTime {
  private readonly now;
  readonly refresh: ClockRefresh;

  constructor(private readonly app: TestApplication) {
    this.now = jest.spyOn(app.nest.get(EngineClock), 'now');
    this.refresh = app.nest.get(ClockRefresh);
  }

  /** Lets time pass up to there. */
  to(instant: string): Promise<Advance> {
    this.set(instant);
    return this.refresh.advance('1');
  }

  set(instant: string): void {
    this.now.mockImplementation(async () => Temporal.Instant.from(instant));
  }

  /** As if time had always been followed up to there, and nothing were left to do. */
  async start(instant: string): Promise<void> {
    await this.app.query('delete from segmentation.tenant_clocks');
    await this.to(instant);
    await this.clear();
  }

  async clear(): Promise<void> {
    await this.app.query('delete from segmentation.contact_dirt');
    await this.app.query('delete from segmentation.due');
  }

  /** External ids of those who are to be looked at again for a segment; of the planted, which have a dash. */
  async found(segment: string): Promise<string[]> {
    const rows = await this.app.query<{ external_id: string }>(
      `select external_id from segmentation.contact_dirt d join crm.contacts c on c.id = d.subject_id
       where (d.segment_id = $1 or d.segment_id is null) and external_id like 'clock-%' order by external_id`,
      [segment],
    );
    return rows.map(({ external_id }) => external_id.replace('clock-', ''));
  }

  /** Segments that want a full run, by name, and why. */
  async due(): Promise<string[]> {
    const rows = await this.app.query<{ due: string }>(
      `select s.name || ': ' || d.reason as due from segmentation.due d
       join segmentation.segments s on s.id = d.segment_id order by 1`,
    );
    return rows.map(({ due }) => due);
  }

  /** New people of tenant 1, with what they have. */
  async plant(people: Readonly<Record<string, Person>>, beside?: string): Promise<void> {
    for (const [name, { birthday, orders = [], entered }] of Object.entries(people)) {
      const [person] = await this.app.query<{ id: string }>(
        `insert into crm.contacts (tenant_id, external_id, first_name, birthday) values (1, $1, $1, $2) returning id`,
        [`clock-${name}`, birthday ?? null],
      );
      await this.app.query(
        `insert into crm.orders (tenant_id, contact_id, placed_at) select 1, $1, unnest($2::timestamptz[])`,
        [person?.id, orders],
      );
      if (entered !== undefined)
        await this.app.query(
          `insert into segmentation.contact_stays (tenant_id, segment_id, subject_id, entered_at, entered_by, cause)
           values ('1', $1, $2, $3, 'test', 'matched')`,
          [beside, person?.id, entered],
        );
    }
  }

  /** The planted are gone, and no segment is kept fresh any more. */
  async tidy(): Promise<void> {
    await this.app.query(`delete from crm.contacts where external_id like 'clock-%'`);
    await this.app.query(`update segmentation.segments set status = 'paused' where status = 'active'`);
    await this.clear();
  }
}
