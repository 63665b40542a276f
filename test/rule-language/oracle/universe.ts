/** All that a rule is asked about: one subject, in one tenant's rows, at one instant. */

import type { Field, RecordType, Subject, ToOne, Vocabulary } from '../../../src/rule-language/field.js';
import type { Day } from './calendar.js';
import { TenantRows } from './tenant-rows.js';
import type { Answer } from './values.js';
import type { Clock, Row, World } from './world.js';
import type { Instant } from './zone.js';
import { parseInstant, Zone } from './zone.js';

/** The clock, read. */
export interface Moment extends Clock {
  readonly now: Instant;
  readonly local: Zone;
  /** D: the local date of `as_of`. */
  readonly today: Day;
}

export function readClock(clock: Clock): Moment {
  const now = parseInstant(clock.asOf);
  if (now === undefined) throw new Error(`Not an instant: ${clock.asOf}`);
  const local = Zone.of(clock.zone);
  return { ...clock, now, local, today: local.day(now) };
}

export class Universe {
  readonly #rows: TenantRows;

  constructor(
    readonly subject: Subject,
    readonly vocabulary: Vocabulary,
    readonly world: World,
    readonly moment: Moment,
  ) {
    this.#rows = TenantRows.of(world, moment.tenant);
  }

  record(name: string): RecordType {
    const record = this.vocabulary.records.get(name);
    if (record === undefined) throw new Error(`No record type: ${name}`);
    return record;
  }

  rows(record: RecordType): readonly Row[] {
    return this.#rows.of(record.table, record.tenant?.column);
  }

  /** The ledger's rows are always a tenant's. */
  stays(): readonly Row[] {
    return this.#rows.of(this.subject.ledger, 'tenant_id');
  }

  joined(from: Row, record: RecordType, on: ToOne['on']): readonly Row[] {
    return this.#rows.joined(from, record, on);
  }

  /** What has been read of a stored field so far. */
  answers(field: Field): Map<Row, Answer> {
    return this.#rows.answers(field);
  }

  /** The record at the end of a to-one path, if there is one. */
  reach(from: Row, path: readonly ToOne[]): Row | undefined {
    let row: Row | undefined = from;
    for (const step of path) {
      if (row === undefined) return undefined;
      row = this.#rows.follow(row, step, this.record(step.target));
    }
    return row;
  }
}
