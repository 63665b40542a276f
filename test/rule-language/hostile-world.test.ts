/** The hostile world itself: repeatable, with a trap that springs, and with nothing in it that is always there. */

import { describe, expect, it } from '@jest/globals';
import type { Rule } from '../../src/rule-language/rule.js';
import { clocks, hostileVocabulary, hostileWorld, tenant } from './hostile-world/hostile-world.js';
import { matching, oracleFor } from './oracle/matching.js';
import { keyText } from './oracle/values.js';

const world = hostileWorld();
const vocabulary = hostileVocabulary();
const [clock] = clocks;

describe('The hostile world', () => {
  it('is the same for the same seed', () => {
    expect(hostileWorld(5, { contacts: 20 })).toEqual(hostileWorld(5, { contacts: 20 }));
    expect(hostileWorld(5, { contacts: 20 })).not.toEqual(hostileWorld(6, { contacts: 20 }));
  });

  it('has more than 500 subjects, and in both tenants no key twice', () => {
    expect(matching({ everyone: true }, 'contact', vocabulary, world, clock).size).toBeGreaterThan(500);
    for (const { table, key, tenant: owner } of vocabulary.records.values()) {
      const rows = world.tables.get(`hostile.${table.name}`) ?? [];
      const keys = rows.map((row) => `${row[owner?.column ?? ''] ?? ''} ${keyText(key, row)}`);
      expect([table.name, new Set(keys).size]).toEqual([table.name, rows.length]);
    }
  });

  /** Counts and sums are of nothing at least. */
  const neverMissing =
    /_count$|^total_spend$|^active_days$|^recent_orders$|^top_renewals$|^is_adult$|^has_email$/;

  it.each([...vocabulary.subjects.values()])(
    'has every field of a $name missing here, present there',
    (subject) => {
      const { name, record } = subject;
      const oracle = oracleFor(name, vocabulary, world, clock);
      for (const field of record.fields.keys()) {
        const operand = oracle.field({ record }, field);
        const answers = oracle.universe.rows(record).map((row) => operand.read({ row }).length);
        expect([field, answers.some((count) => count > 0)]).toEqual([field, true]);
        expect([field, answers.includes(0)]).toEqual([field, !neverMissing.test(field)]);
      }
    },
  );

  it('lies in wait for whoever forgets the tenant', () => {
    const rule: Rule = {
      related: 'orders',
      measure: 'sum',
      of: 'total',
      operator: 'greater_than',
      value: 100,
    };
    const tables = new Map(
      [...world.tables].map(([name, rows]) => [
        name,
        name === 'hostile.order' ? rows.map((row) => ({ ...row, tenant_id: tenant })) : rows,
      ]),
    );
    const forgetful = matching(rule, 'contact', vocabulary, { tables }, clock);
    expect(forgetful).not.toEqual(matching(rule, 'contact', vocabulary, world, clock));
  });
});
