/** One rule, three readers: the set SQL, the probe SQL and the oracle, over the hostile world in PostgreSQL. */

import type { Pool } from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Checked } from '../../../src/rule-language/checked.js';
import type { Subject, Vocabulary } from '../../../src/rule-language/field.js';
import { parseRule } from '../../../src/rule-language/parse.js';
import type { Rule, SegmentReference } from '../../../src/rule-language/rule.js';
import { audience, everyone, probe, type Target } from '../../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../../src/rule-language/to-sql/sql.js';
import { ddl, hostileVocabulary, hostileWorld, load, segments } from '../hostile-world/hostile-world.js';
import { type Clock, matching, type World } from '../oracle/matching.js';
import { derivedSql } from './derived-sql.js';

export interface Case {
  readonly rule: Rule;
  readonly subject: string;
  readonly clock: Clock;
}

export class Differential {
  private constructor(
    private readonly pool: Pool,
    readonly vocabulary: Vocabulary,
    readonly world: World,
  ) {}

  static async over(pool: Pool, seed?: number): Promise<Differential> {
    const world = seed === undefined ? hostileWorld() : hostileWorld(seed);
    for (const statement of ddl) await pool.query(statement);
    await load(pool, world);
    // The world's ledgers have its tables' tenants; the engine's own have any host's, as text.
    for (const ledger of ['contact_stay', 'guest_stay'])
      await pool.query(`alter table hostile.${ledger} alter tenant_id type text`);
    for (const statement of joiningIndexes(hostileVocabulary())) await pool.query(statement);
    await pool.query('analyze');
    return new Differential(pool, hostileVocabulary(derivedSql), world);
  }

  /** What is wrong with the case, or nothing. */
  async faultOf(asked: Case): Promise<string | undefined> {
    try {
      const expected = matching(asked.rule, asked.subject, this.vocabulary, this.world, asked.clock);
      const everybody = new Set(await this.ids(everyone(this.target(asked))));
      const found = await this.found(asked.rule, asked, [...everybody]);
      const complement = await this.found({ match: 'none', rules: [asked.rule] }, asked, [...everybody]);
      const others = new Set([...everybody].filter((id) => !expected.has(id)));
      return (
        differing('set', found.set, expected) ??
        differing('probe', found.probe, expected) ??
        differing('set of none', complement.set, others) ??
        differing('probe of none', complement.probe, others)
      );
    } catch (error) {
      return `error: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  private async found(rule: Rule, asked: Case, everybody: readonly string[]) {
    const { checked, target } = this.compiled({ ...asked, rule });
    return {
      set: await this.ids(audience(checked, target)),
      probe: await this.ids(probe(checked, target, everybody)),
    };
  }

  /** The rule as it is understood, and what it is compiled for. */
  compiled(asked: Case): { readonly checked: Checked; readonly target: Target } {
    const parsed = parseRule(asked.rule, {
      vocabulary: this.vocabulary,
      subject: asked.subject,
      segment: (reference) => this.segment(reference, asked.subject),
    });
    if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.problems)}`);
    return { checked: parsed.checked, target: this.target(asked) };
  }

  private segment(reference: SegmentReference, subject: string) {
    const meant = typeof reference === 'string' ? reference : this.world.templates?.get(reference.template);
    const id = segments.find((known) => known === meant);
    return id === undefined ? undefined : { id, name: `Segment ${id}`, subject };
  }

  private target({ subject, clock }: Case): Target {
    const about: Subject | undefined = this.vocabulary.subjects.get(subject);
    if (!about) throw new Error(`No subject ${subject}`);
    const { asOf, tenant, ...rest } = clock;
    return {
      subject: about,
      vocabulary: this.vocabulary,
      tenant,
      clock: { ...rest, asOf: Temporal.Instant.from(asOf) },
    };
  }

  private async ids(statement: Sql): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>({
      text: statement.text,
      values: statement.values,
    });
    return rows.map(({ id }) => String(id));
  }
}

/** An index for the way into each collection, as any real schema has. */
function joiningIndexes({ records }: Vocabulary): Set<string> {
  const steps = [...records.values()].flatMap(({ collections }) =>
    [...collections.values()].flatMap((collection) => collection.steps),
  );
  return new Set(
    steps.flatMap(({ target, on }) => {
      const { table } = records.get(target) ?? {};
      const columns = on.map(({ to }) => `"${to}"`).join(', ');
      return table ? [`create index on "${table.schema}"."${table.name}" (${columns})`] : [];
    }),
  );
}

function differing(
  shape: string,
  found: readonly string[],
  expected: ReadonlySet<string>,
): string | undefined {
  const ids = new Set(found);
  if (ids.size !== found.length) return `${shape}: ids more than once`;
  const missing = [...expected].filter((id) => !ids.has(id));
  const extra = found.filter((id) => !expected.has(id));
  if (missing.length + extra.length === 0) return undefined;
  return `${shape}: ${missing.length} missing (${missing.slice(0, 5)}), ${extra.length} too many (${extra.slice(0, 5)}) of ${expected.size}`;
}
