/** Each node of a rule as a clause: what it says of the record at hand. */

import type { Checked, CheckedGroup, Condition, Membership, Presence, Test } from '../checked.js';
import { negativeOperators, type PositiveOperator } from '../operators.js';
import { bracketed } from './brackets.js';
import type { Clause, Language, ListWords, Missing, Noun, Predicate } from './language.js';
import { quoted } from './names.js';
import { canBeMissing, isSpelledOut, operandText, recordsWords } from './operands.js';
import { holderOf, type Scope, type Speaker } from './scope.js';
import { literalNumbers, valueWords } from './values.js';

/** Inside a group of several, a group of its own stands in brackets. */
export function clauseOf(node: Checked, scope: Scope, speaker: Speaker, nested = false): Clause {
  const rule = soleRule(node);
  switch (rule.kind) {
    case 'everyone':
      return speaker.language.everyone;
    case 'group':
      return groupClause(rule, scope, speaker, nested);
    case 'condition':
      return conditionClause(rule, scope, speaker);
    case 'presence':
      return presenceClause(rule, scope, speaker);
    case 'membership':
      return membershipClause(rule, speaker);
  }
}

/** A group that asks for its only rule is that rule. */
export function soleRule(node: Checked): Checked {
  if (node.kind !== 'group') return node;
  const [rule, ...others] = node.rules;
  return rule && others.length === 0 && wayOf(node) in joining ? soleRule(rule) : node;
}

const joining = { all: true, any: true } as const;

function wayOf({ match }: CheckedGroup): keyof Language['groups'] {
  if (typeof match === 'string') return match;
  return match.at_least === 1 ? 'any' : 'at_least';
}

function groupClause(group: CheckedGroup, scope: Scope, speaker: Speaker, nested: boolean): Clause {
  const { match, rules } = group;
  const way = wayOf(group);
  const count = typeof match === 'object' ? String(match.at_least) : '';
  const clauses = rules.map((rule) => clauseOf(rule, scope, speaker, rules.length > 1));
  const clause = speaker.language.groups[way](clauses, count);
  if (!nested || !(way in joining)) return clause;
  return { bare: bracketed(clause.bare), one: bracketed(clause.one), many: bracketed(clause.many) };
}

type Sayable = keyof Language['predicates'] | keyof Language['memberships'];

const twins = new Map<PositiveOperator, Sayable>(
  Object.entries(negativeOperators).map(([negative, positive]) => [positive, negative as Sayable]),
);

/** The operator that says it outright; none where a negation has no operator of its own. */
const operatorOf = (operator: PositiveOperator, negated: boolean): Sayable | undefined =>
  negated ? twins.get(operator) : operator;

function conditionClause(node: Condition, scope: Scope, speaker: Speaker): Clause {
  const { operand, test, negated } = node;
  const operator = operatorOf(test.operator, negated) as keyof Language['predicates'] | undefined;
  if (operator === undefined) return negation(node, scope, speaker);
  const counted = negated ? undefined : countedClause(node, scope, speaker);
  if (counted) return counted;
  const { language, subjects } = speaker;
  const tied = test.operator === 'is_empty' ? undefined : negated ? 'each' : 'any';
  const noun: Noun = {
    text: operandText(operand, scope, speaker, tied),
    own: operand.route.from === 'this',
    type: operand.type,
    measure: isSpelledOut(operand),
  };
  // The table of operators gives each test the words of its shape; that pairing is beyond the type system.
  const say = language.predicates[operator] as (value: unknown, about: unknown) => Predicate;
  const words = valueWords(test, { operand, scope, speaker });
  const predicate = say(words, { type: operand.type, subjects });
  return language.clause(noun, predicate, negated ? missingOf(node) : undefined);
}

const negation = (node: Condition | Membership, scope: Scope, speaker: Speaker): Clause =>
  speaker.language.groups.none([clauseOf({ ...node, negated: false }, scope, speaker)], '');

/** Which missing value makes the negative true as well. */
function missingOf({ operand, test }: Condition): Missing | undefined {
  if (test.operator === 'is_empty') return undefined;
  const [first, ...more] = referencesOf(test).filter((reference) => canBeMissing(reference.operand));
  if (first !== undefined) return more.length > 0 ? 'any' : 'either';
  return canBeMissing(operand) ? 'it' : undefined;
}

function referencesOf(test: Test) {
  const sides = 'value' in test ? [test.value] : test.operator === 'between' ? [test.from, test.to] : [];
  return sides.filter((side) => side.kind === 'reference');
}

/** `has at least 8 orders`: a plain count, compared with plain numbers. */
function countedClause({ operand, test }: Condition, scope: Scope, speaker: Speaker): Clause | undefined {
  if (operand.kind !== 'measure' || operand.measure !== 'count' || operand.metric) return undefined;
  const { quantities, counted } = speaker.language;
  const numbers = literalNumbers(test, { operand, scope, speaker });
  if (numbers === undefined || !(test.operator in quantities)) return undefined;
  const say = quantities[test.operator as keyof typeof quantities];
  return counted(say(numbers), isOne(numbers), recordsWords(operand, scope, speaker));
}

const isOne = ({ items }: ListWords): boolean => items.length === 1 && items[0] === '1';

/** Like any `is_empty`, it says that there is none; negated, that there is one. */
function presenceClause({ route, negated }: Presence, scope: Scope, speaker: Speaker): Clause {
  const holder = holderOf(route, scope, speaker);
  const owner = { ...holder, path: holder.path.slice(0, -1) };
  return speaker.language.presence(owner, holder.path.at(-1) ?? '', !negated);
}

function membershipClause(node: Membership, speaker: Speaker): Clause {
  const { segment, test, negated } = node;
  const { language, subject } = speaker;
  const operator = operatorOf(test.operator, negated) as keyof Language['memberships'] | undefined;
  if (operator === undefined) return negation(node, { record: subject }, speaker);
  const say = language.memberships[operator] as (name: string, duration: unknown) => Predicate;
  return language.clause(
    'itself',
    say(quoted(segment.name, language), 'duration' in test ? test.duration : null),
  );
}
