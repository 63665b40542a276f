/** Who has crossed: found from the values that time has gone by, where an index has them, rather than from everyone. */

import type { Crossing, Stretch } from '../crossings.js';
import type { Descent } from '../turning-points.js';
import { inSpan, onDaysOfYear } from './dates.js';
import { tidyExpression } from './expression.js';
import { Frame, recordNamed } from './frame.js';
import { and, column, join, or, raw, type Sql, sql, tableName, text } from './sql.js';
import { Statement, type Target } from './statement.js';

/** The keys of those who have, each once: one column `id`. The target's clock is the later one. */
export const crossers = (crossing: Crossing, target: Target): Sql =>
  crossing.kind === 'stay' ? stayed(crossing, target) : found(crossing, target);

type Found = Exclude<Crossing, { readonly kind: 'stay' }>;

function found(crossing: Found, target: Target): Sql {
  const { way } = crossing;
  const statement = new Statement(way.length > 0 ? 'probe' : 'set', target);
  const root = statement.root();
  const chain = way.reduce<Chain>(descend, { frame: root, links: [] });
  const crossed = condition(crossing, chain.frame, statement);
  const links = chain.links.map(({ frame, on }) =>
    join([sql`join ${frame.table()} on ${and([...on, ...frame.existing()])}`, ...frame.joined()], ' '),
  );
  const from = join([root.table(), ...root.joined(), ...links], ' ');
  const each = way.length > 0 ? raw('distinct ') : raw('');
  return statement.complete(
    sql`select ${each}${statement.key(root)} as id from ${from} where ${and([...root.existing(), crossed])}`,
  );
}

/** From the subject down to the records that have the value, joined one to the other. */
interface Chain {
  readonly frame: Frame;
  readonly links: readonly { readonly frame: Frame; readonly on: readonly Sql[] }[];
}

/** Whatever is read around the records is read in the frame that their collection starts from. */
function descend({ frame: outer, links }: Chain, { route, collection }: Descent): Chain {
  let owner = outer.spot(route);
  let frame = outer;
  const further = collection.steps.map(({ target, on }) => {
    const { compilation } = outer;
    const record = recordNamed(compilation.vocabulary, target);
    frame = new Frame(compilation, record, () => ({ rowByRow: true, outer }));
    const leading = owner;
    owner = frame.own();
    return {
      frame,
      on: on.map(({ from, to }) => sql`${column(frame.alias, to)} = ${leading.column(from)}`),
    };
  });
  return { frame, links: [...links, ...further] };
}

function condition(crossing: Found, frame: Frame, statement: Statement): Sql {
  if (crossing.kind === 'derived') {
    const [earlier, later] = [crossing.earlier, crossing.later].map(
      (clock) => sql`(${statement.derived(crossing.operand, frame, clock)})`,
    );
    return sql`${earlier} is distinct from ${later}`;
  }
  const value = statement.expression(crossing.operand, frame);
  const { goneBy } = crossing;
  return goneBy.in === 'year'
    ? onDaysOfYear(value, goneBy.days, statement).sql
    : sql`(${or(goneBy.stretches.map((stretch) => inSpan(value, stretch, statement).sql))})`;
}

type Stay = Extract<Crossing, { readonly kind: 'stay' }>;

function stayed({ segment, entered, left }: Stay, target: Target): Sql {
  const statement = new Statement('set', target);
  const inside = (name: string, stretches: readonly Stretch[]): Sql[] =>
    stretches.map((stretch) => {
      const value = tidyExpression('datetime', column('s', name));
      return sql`(${inSpan(value, stretch, statement).sql})`;
    });
  const then = or([...inside('entered_at', entered), ...inside('left_at', left)]);
  return sql`select distinct s.subject_id as id from ${tableName(target.subject.ledger)} s
    where s.tenant_id = ${text(target.tenant)} and s.segment_id = ${segment}::uuid and (${then})`;
}
