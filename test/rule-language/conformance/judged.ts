/** A row and its complements as the readers have them, beside what the row says. */

import { whoMatches } from './readers.js';
import { none, type Row, type Scene } from './scene.js';
import { twinOf } from './twins.js';

export async function judged(row: Row, scene: Scene) {
  const { matching, others } = expected(row, scene);
  const twin = twinOf(row.rule);
  return {
    found: {
      rule: await whoMatches(row.rule, scene),
      none: await whoMatches(none(row.rule), scene),
      twin: twin && (await whoMatches(twin, scene)),
    },
    expected: { rule: byAll(matching), none: byAll(others), twin: twin && byAll(others) },
  };
}

const byAll = (names: readonly string[]) => ({ set: names, probe: names, predicate: names });

function expected({ matching }: Row, { guests }: Scene) {
  const everyone = Object.keys(guests).sort();
  const named = 'allBut' in matching ? matching.allBut : matching;
  const unknown = named.filter((name) => !everyone.includes(name));
  if (unknown.length > 0) throw new Error(`Nobody is called ${unknown}`);
  const without = everyone.filter((name) => !named.includes(name));
  const those = [...named].sort();
  return 'allBut' in matching ? { matching: without, others: those } : { matching: those, others: without };
}
