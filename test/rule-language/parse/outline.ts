/** A checked tree in one line, so that tables of cases can say all of it. */

import type {
  Checked,
  Duration,
  MembershipTest,
  Operand,
  Route,
  Scalar,
  Test,
} from '../../../src/rule-language/checked.js';

export function outline(checked: Checked): string {
  switch (checked.kind) {
    case 'everyone':
      return 'everyone';
    case 'group':
      return `${match(checked.match)}(${checked.rules.map(outline).join('; ')})`;
    case 'condition':
      return `${not(checked)}${operand(checked.operand)} ${test(checked.test)}`;
    case 'presence':
      return `${not(checked)}${route(checked.route)} is_empty`;
    case 'membership':
      return `${not(checked)}${checked.segment.id} ${test(checked.test)}`;
  }
}

const not = ({ negated }: { negated: boolean }): string => (negated ? 'not ' : '');
const match = (value: string | { at_least: number }): string =>
  typeof value === 'string' ? value : `at_least_${value.at_least}`;
const route = ({ from, path }: Route): string => [from, ...path.map(({ name }) => name)].join('>');
const duration = ({ unit, count }: Duration): string => `${count} ${unit}`;

/** `this>company.industry:text`; a metric is shown with its measure, a derived field with its inputs. */
export function operand(value: Operand): string {
  if (value.kind === 'field') return `${route(value.route)}.${value.field.name}:${value.type}`;
  if (value.kind === 'derived')
    return `${route(value.route)}.${value.field.name}:${value.type}(${value.inputs.map(operand).join(', ')})`;
  const parts = [
    `${route(value.route)}.${value.collection.name}`,
    value.of && `of ${operand(value.of)}`,
    value.time && `at ${operand(value.time)}`,
    value.where && `where ${outline(value.where)}`,
    value.satisfying && `satisfying ${outline(value.satisfying)}`,
  ];
  const metric = value.metric ? `${value.metric.name}=` : '';
  return `${metric}${value.measure}:${value.type}[${parts.filter(Boolean).join(' ')}]`;
}

function scalar(value: Scalar): string {
  if (value.kind !== 'reference') return value.kind === 'text' ? `'${value.value}'` : String(value.value);
  const shift = value.shift ? ` ${value.shift.sign === 1 ? '+' : '-'} ${duration(value.shift.duration)}` : '';
  const times = value.times === undefined ? '' : ` * ${value.times}`;
  return `{${operand(value.operand)}${shift}${times}}`;
}

/** The operator and whatever else the test holds, in the order of its keys. */
function test({ operator, ...rest }: Test | MembershipTest): string {
  return [operator, ...Object.values(rest).map(part)].join(' ');
}

function part(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(part).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return 'unit' in value ? duration(value as Duration) : scalar(value as Scalar);
}
