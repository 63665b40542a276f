/** A rule as its readers have it: set SQL and probe SQL over PostgreSQL, and the predicate. */

import pg, { type Pool } from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Checked } from '../../src/rule-language/checked.js';
import type { Vocabulary } from '../../src/rule-language/field.js';
import { parseRule, type SegmentEntry } from '../../src/rule-language/parse.js';
import type { Rule, SegmentReference } from '../../src/rule-language/rule.js';
import { audience, everyone, probe, type Target } from '../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../src/rule-language/to-sql/sql.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { type Clock, matching, type World } from './oracle/matching.js';
import { Remembered } from './remembered.js';

/** What rules are asked about, and how it gets into a database. */
export interface Setting {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly world: () => World;
  readonly segment: (reference: SegmentReference) => Omit<SegmentEntry, 'subject'> | undefined;
  readonly load: (pool: Pool) => Promise<void>;
}

export interface Case {
  readonly rule: unknown;
  readonly subject: string;
  readonly clock: Clock;
}

interface Read {
  readonly rule: Rule;
  readonly checked: Checked;
}

export class Readers {
  readonly remembered: Remembered;
  readonly #read = new Map<string, Read>();
  #database: Promise<TestDatabase> | undefined;

  constructor(private readonly setting: Setting) {
    this.remembered = new Remembered(setting.name);
  }

  read({ rule, subject }: Omit<Case, 'clock'>): Read {
    const name = JSON.stringify([subject, rule]);
    const known = this.#read.get(name) ?? this.parse(rule, subject);
    this.#read.set(name, known);
    return known;
  }

  private parse(rule: unknown, subject: string): Read {
    const { vocabulary, segment } = this.setting;
    const parsed = parseRule(rule, {
      vocabulary,
      subject,
      segment: (reference) => {
        const entry = segment(reference);
        return entry && { ...entry, subject };
      },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed;
  }

  /** The statements that ask whom the rule matches. */
  compiled(asked: Case, among: readonly string[]): { readonly set: Sql; readonly probe: Sql } {
    const { checked } = this.read(asked);
    const target = this.target(asked);
    return { set: audience(checked, target), probe: probe(checked, target, among) };
  }

  /** Whom the rule matches, in the order of their keys; each once. */
  async whoMatches(asked: Case, among: readonly string[]) {
    const { set, probe } = this.compiled(asked, among);
    return {
      set: await this.ids(set),
      probe: await this.ids(probe),
      predicate: await this.predicate({ ...asked, rule: this.read(asked).rule }),
    };
  }

  everyone = (asked: Case): Promise<string[]> => this.ids(everyone(this.target(asked)));

  /** Forgets the database, if one was needed. */
  async end(): Promise<void> {
    this.remembered.keep();
    await (await this.#database)?.drop();
  }

  private predicate({ rule, subject, clock }: Case & { rule: Rule }): Promise<string[]> {
    const { vocabulary, world } = this.setting;
    return this.remembered.of([rule, subject, clock], () =>
      [...matching(rule, subject, vocabulary, world(), clock)].sort(),
    );
  }

  /** What the database answers, by id. */
  rows({ text, values }: Sql): Promise<readonly { readonly id: string }[]> {
    return this.remembered.of([text, values], async () => {
      const { pool } = await this.database();
      const { rows } = await pool.query<{ id: string }>({ text, values });
      return rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    });
  }

  private ids = async (statement: Sql): Promise<string[]> =>
    (await this.rows(statement)).map(({ id }) => String(id));

  target({ subject, clock }: Omit<Case, 'rule'>): Target {
    const { vocabulary } = this.setting;
    const about = vocabulary.subjects.get(subject);
    if (!about) throw new Error(`No subject ${subject}`);
    const { asOf, tenant, ...rest } = clock;
    return { subject: about, vocabulary, tenant, clock: { ...rest, asOf: Temporal.Instant.from(asOf) } };
  }

  private database(): Promise<TestDatabase> {
    this.#database ??= this.open();
    return this.#database;
  }

  private async open(): Promise<TestDatabase> {
    const { name, load } = this.setting;
    const build = async (url: string): Promise<void> => {
      const pool = new pg.Pool({ connectionString: url });
      await load(pool);
      await pool.end();
    };
    // Compiling small statements takes longer than running them.
    const settings = { jit: 'off', statement_timeout: '10s' };
    return createDatabase({ template: { name, build }, settings });
  }
}
