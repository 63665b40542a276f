/** What time it is for whatever is written down as of an instant: the port, and the database's own clock behind it. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';

/** One clock for all processes: members known as of one instant are never calculated as of an earlier one. */
export abstract class EngineClock {
  /** Now, to the millisecond, as instants are answered; asked over the connection of the transaction that is running, if there is one. */
  abstract now(running?: EntityManager): Promise<Temporal.Instant>;
}

@Injectable()
export class DatabaseClock extends EngineClock {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async now(running?: EntityManager): Promise<Temporal.Instant> {
    const [row] = await (running ?? this.dataSource).query<[{ now: string }]>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
    );
    return Temporal.Instant.from(row.now);
  }
}
