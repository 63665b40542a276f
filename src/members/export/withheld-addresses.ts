/** Addresses that must not be written to are not written down either, whatever the form: their cells are empty. */

import { addressOf, addressRead } from '../../catalogue/addresses.js';
import { channelDefinitions, channels } from '../../consent/channels.js';
import type { Owner, Reachability } from '../../consent/reachability.js';
import type { Operand } from '../../rule-language/checked.js';
import { keyOf } from '../../rule-language/field.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import type { ReadValues } from '../../rule-language/to-sql/read-values.js';
import { join, keyType, raw, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import type { Value } from '../../rule-language/to-sql/value.js';

interface Guarded {
  readonly value: Value;
  /** The column that the value is read from instead. */
  readonly column?: Sql;
}

/** The same values, but for the addresses of those who have said no to their channel, and for those suppressed. */
export function withholdingAddresses(
  target: Target,
  operands: readonly Operand[],
  read: ReadValues,
  reachability: Reachability,
): ReadValues {
  const guarded = read.values.map((value, index): Guarded => {
    const operand = operands[index];
    const refused = operand && refusal(target, operand, value, read.key, reachability);
    if (!refused || value.type === 'point') return { value };
    const name = raw(`withheld_${index}`);
    const column = sql`case when not (${refused}) then ${value.sql} end as ${name}`;
    return { value: { type: value.type, sql: name }, column };
  });
  const columns = guarded.flatMap(({ column }) => (column ? [column] : []));
  if (columns.length === 0) return read;
  return {
    ...read,
    // The offset keeps each of them from being reckoned as often as it is used.
    query: sql`select read.*, ${join(columns)} from (${read.query}) read offset 0`,
    values: guarded.map(({ value }) => value),
  };
}

/** Undefined for what is no address of a channel. */
function refusal(
  { tenant, subject, vocabulary }: Target,
  operand: Operand,
  value: Value,
  key: Sql,
  reachability: Reachability,
): Sql | undefined {
  const role = addressRead(operand, vocabulary);
  const channel = channels.find((each) => channelDefinitions[each].address === role);
  if (!role || !channel || value.type === 'point') return undefined;
  const own = addressOf(subject.name, role, vocabulary);
  const owner: Owner | undefined =
    own && isSame(own, operand)
      ? { subject: subject.name, id: sql`${key}::${keyType(keyOf(subject).type)}` }
      : undefined;
  return reachability.refused({ tenant, channel, owner, address: sql`${value.sql}::text` });
}

/** Of the member, and not of somebody that a path leads to. */
const isSame = (own: Operand, operand: Operand): boolean => pathOf(own) === pathOf(operand);

const pathOf = ({ route }: Operand): string => JSON.stringify(route.path.map(({ name }) => name));
