/** Each rule in three shapes: the product's statement, and the hand-written ones that answer the same. */

import { fileURLToPath } from 'node:url';
import type { Ask, Asked } from '../../../src/audience/evaluation.js';
import { audience, probe } from '../../../src/rule-language/to-sql/compile.js';
import type { Engine } from '../engine.js';
import { asOf, bigTenant } from '../world/size.js';
import { type Opponent, readStatements } from './opponents.js';

export type Shape = 'set' | 'probe 100' | 'probe 10,000';

export interface Contest {
  readonly name: string;
  readonly shape: Shape;
  readonly product: Asked;
  /** The best of them counts. */
  readonly rivals: readonly Rival[];
}

export interface Rival {
  readonly how: 'as written' | 'restricted' | 'correlated';
  readonly statement: Asked;
}

const correlatedProbes = fileURLToPath(new URL('./probes.sql', import.meta.url));

export async function contestsOf(
  opponents: readonly Opponent[],
  engine: Engine,
  ask: Ask,
): Promise<Contest[]> {
  const written = await readStatements(correlatedProbes);
  const correlated = new Map(written.map(({ name, sql }) => [name, sql]));
  const [few, many] = [await someIds(ask, 100), await someIds(ask, 10_000)];
  return opponents.flatMap((opponent) => {
    const { name, sql } = opponent;
    const checked = engine.understood(opponent.rule);
    const probing = (shape: Shape, ids: readonly string[]): Contest => ({
      name,
      shape,
      product: probe(checked, engine.target, ids),
      rivals: rivalsOf(sql, correlated.get(name), ids),
    });
    const product = audience(checked, engine.target);
    const rivals: Rival[] = [{ how: 'as written', statement: bound(sql, []) }];
    return [
      { name, shape: 'set', product, rivals },
      probing('probe 100', few),
      probing('probe 10,000', many),
    ];
  });
}

function rivalsOf(sql: string, correlated: string | undefined, ids: readonly string[]): Rival[] {
  const restricted = `select id from (${sql}) audience where id = any($3::bigint[])`;
  return [
    { how: 'restricted', statement: bound(restricted, ids) },
    ...(correlated === undefined
      ? []
      : [{ how: 'correlated', statement: bound(correlated, ids) } satisfies Rival]),
  ];
}

/** `$1` is the tenant, `$2` the instant, `$3` the ids; what a statement does not name is not sent. */
function bound(sql: string, ids: readonly string[]): Asked {
  const used = [...new Set(sql.match(/\$\d/g))].sort();
  const all = new Map<string, unknown>([
    ['$1', bigTenant],
    ['$2', asOf.toString()],
    ['$3', ids],
  ]);
  return {
    text: sql.replaceAll(/\$\d/g, (name) => `$${used.indexOf(name) + 1}`),
    values: used.map((name) => all.get(name)),
  };
}

/** From all over the tenant, the same every time. */
async function someIds(ask: Ask, count: number): Promise<string[]> {
  const rows = await ask<{ id: string }>({
    text: 'select id from crm.contacts where tenant_id = $1 order by hashint8extended(id, 7), id limit $2',
    values: [bigTenant, count],
  });
  return rows.map(({ id }) => id);
}
