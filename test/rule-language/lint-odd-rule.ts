/** Random rules that contradict, repeat or exhaust themselves: groups of one condition and others much like it. */

import { isNegative, negativeOperators } from '../../src/rule-language/operators.js';
import type { Rule } from '../../src/rule-language/rule.js';
import type { Random } from './random.js';

type Loose = Record<string, unknown>;

/** Operators that take the same value. */
const alike = [
  ['equals', 'not_equals', 'greater_than', 'greater_than_or_equal', 'less_than', 'less_than_or_equal'],
  ['on', 'not_on', 'before', 'after', 'on_or_before', 'on_or_after'],
  ['within_last', 'not_within_last', 'within_next', 'not_within_next', 'ago_at_least', 'ahead_at_least'],
  ['in_list', 'not_in_list'],
  ['between', 'not_between'],
  ['is_member', 'is_not_member', 'ever_member', 'never_member'],
  ['joined_within_last', 'left_within_last', 'member_for_at_least'],
];

/** Not every one is valid. `draw` gives a condition. */
export function oddRule(random: Random, draw: () => Rule): unknown {
  const one = bare(draw());
  const size = random.integer(2, 4);
  const rules = Array.from({ length: size }, () => changed(random, random.chance(0.8) ? one : bare(draw())));
  const group = { match: matchOf(random, size), rules };
  if (random.chance(0.25) && 'related' in one)
    return { ...one, where: { match: 'all', rules: whereOf(random, one) } };
  return random.chance(0.3) ? { match: matchOf(random, 2), rules: [group, changed(random, one)] } : group;
}

/** `id`s would stand twice. */
function bare({ id: _, ...rule }: Rule & { readonly id?: string }): Loose {
  return rule as Loose;
}

function whereOf(random: Random, { where }: Loose): unknown[] {
  const [rule] = ((where as { rules?: Loose[] } | undefined)?.rules ?? []).map((rule) => bare(rule as never));
  return rule ? [rule, changed(random, rule)] : [{ match: 'none', rules: [{ everyone: true }] }];
}

const matchOf = (random: Random, size: number): unknown =>
  random.pick(['all', 'all', 'any', 'any', 'none', 'not_all', { at_least: random.integer(1, size) }]);

function changed(random: Random, rule: Loose): Loose {
  const made = random.pick([
    same,
    otherOperator,
    otherValue,
    otherOperatorAndValue,
    twin,
    emptiness,
    outOfReach,
  ])(rule, random);
  return random.chance(0.2) ? { match: random.pick(['none', 'not_all']), rules: [made] } : made;
}

const same = (rule: Loose): Loose => rule;

function otherOperator(rule: Loose, random: Random): Loose {
  const operators = alike.find((some) => some.includes(String(rule.operator)));
  return operators ? { ...rule, operator: random.pick(operators) } : rule;
}

const otherValue = (rule: Loose, random: Random): Loose => ({ ...rule, value: moved(rule.value, random) });
const otherOperatorAndValue = (rule: Loose, random: Random): Loose =>
  otherValue(otherOperator(rule, random), random);

function moved(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.integer(-2, 2);
  if (Array.isArray(value)) return value.map((item) => (random.chance(0.5) ? moved(item, random) : item));
  const [entry] = Object.entries(value ?? {});
  if (typeof value === 'object' && entry && typeof entry[1] === 'number')
    return { [entry[0]]: Math.max(0, entry[1] + random.integer(-2, 2)) };
  return value;
}

function twin(rule: Loose): Loose {
  const operator = String(rule.operator);
  if (isNegative(operator)) return { ...rule, operator: negativeOperators[operator] };
  const [negative] = Object.entries(negativeOperators).find(([, positive]) => positive === operator) ?? [];
  return negative === undefined ? { match: 'none', rules: [rule] } : { ...rule, operator: negative };
}

function emptiness({ value: _, ...rule }: Loose, random: Random): Loose {
  return 'segment' in rule ? rule : { ...rule, operator: random.pick(['is_empty', 'is_not_empty']) };
}

/** Thresholds that a count or a share cannot reach. */
function outOfReach(rule: Loose, random: Random): Loose {
  return 'measure' in rule
    ? {
        ...rule,
        operator: random.pick(['less_than', 'greater_than']),
        value: random.pick([0, 1, -1, 0.5, 2]),
      }
    : rule;
}
