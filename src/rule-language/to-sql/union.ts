/** The ids that any of several queries gives, as a source. */

import type { Source } from './parts.js';
import { raw, type Sql, sql } from './sql.js';

/** Joined by the subject's key. */
export class Union implements Source {
  readonly standalone: { query(): Sql; readonly key: string };

  constructor(
    private readonly ids: Sql,
    readonly alias: string,
    private readonly key: Sql,
  ) {
    this.standalone = { query: () => ids, key: 'id' };
  }

  join(): Sql {
    return sql`left join (${this.ids}) ${raw(this.alias)} on ${raw(this.alias)}.id = ${this.key}`;
  }
}
