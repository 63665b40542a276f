/** What each positive operator means; the negative ones are their exact complements. */

import type { PositiveOperator } from '../../../src/rule-language/operators.js';
import type { Value as ValueDocument } from '../../../src/rule-language/rule.js';
import { anniversaryInMonth, anniversaryWithinLast, anniversaryWithinNext } from './anniversaries.js';
import { periodOf, weekdayOf } from './calendar.js';
import { withinRadius } from './distance.js';
import type { Meaning, Setting } from './meaning.js';
import { anyValue, bothSides, listOf, momentOf, onDay, onTime, ordered, pairOf, textOf } from './meaning.js';
import { inBottom, inBottomPercent, inTop, inTopPercent } from './ranks.js';
import { literal, literalText, rightSide } from './right-sides.js';
import { everMember, isMember, joinedWithinLast, leftWithinLast, memberForAtLeast } from './segments.js';
import type { Value } from './values.js';
import { dayOfTime, fold, groupKey, isTime, order } from './values.js';
import { agoAtLeast, agoBetween, aheadAtLeast, withinLast, withinNext } from './windows.js';

/** Texts as they compare, numbers and booleans by value, datetimes by instant (by date beside a date). */
const equals: Meaning = bothSides((setting) => {
  const { folds } = setting.operand;
  const { local } = momentOf(setting);
  return (left, right) =>
    isTime(left) ? order(left, right, local) === 0 : groupKey(left, folds) === groupKey(right, folds);
});

const inList: Meaning = anyValue((setting) => {
  const { operand } = setting;
  const listed = new Set(listOf(setting).map((item) => groupKey(literal(operand, item), operand.folds)));
  return (value) => listed.has(groupKey(value, operand.folds));
});

const onText = (accepts: (whole: string, part: string) => boolean): Meaning =>
  anyValue((setting) => {
    const { folds } = setting.operand;
    const part = fold(literalText(textOf(setting)), folds);
    return (value) => value.kind === 'text' && accepts(fold(value.text, folds), part);
  });

const onTags = (accepts: (tags: readonly string[], listed: readonly string[]) => boolean): Meaning =>
  anyValue((setting) => {
    const listed = listOf(setting).map((tag) => literalText(String(tag)));
    return (value) => value.kind === 'tags' && accepts(value.tags, listed);
  });

/** Both ends in; an end that is missing, or ends that are reversed, hold nothing. */
const between: Meaning = (setting) => {
  const { oracle, place, operand } = setting;
  const { local } = momentOf(setting);
  const [from, to] = pairOf(setting).map((end) => rightSide(oracle, place, operand, end));
  if (from === undefined || to === undefined) throw new Error('No pair');
  const within = (value: Value, low: Value | undefined, high: Value | undefined): boolean =>
    low !== undefined &&
    high !== undefined &&
    order(value, low, local) >= 0 &&
    order(value, high, local) <= 0;
  return (answer, scope) => {
    if (answer.length === 0) return false;
    const [low, high] = [from(scope)[0], to(scope)[0]];
    return answer.some((value) => within(value, low, high));
  };
};

const on: Meaning = bothSides((setting) => {
  const { local } = momentOf(setting);
  return (left, right) => isTime(left) && isTime(right) && dayOfTime(left, local) === dayOfTime(right, local);
});

const inPeriod: Meaning = onDay((setting) => {
  const { today, weekStart } = momentOf(setting);
  const { from, until } = periodOf(textOf(setting), today, weekStart);
  return (day) => day >= from && day < until;
});

const weekdayIn: Meaning = onDay((setting) => {
  const listed = listOf(setting);
  return (day) => listed.includes(weekdayOf(day));
});

/** [from, to) on the local wall clock, over midnight if it must. */
const hourBetween: Meaning = onTime((setting) => {
  const { local } = momentOf(setting);
  const [from, to] = pairOf(setting).map(timeOfDay);
  if (from === undefined || to === undefined) throw new Error('No pair');
  return (value) => {
    if (value.kind !== 'datetime') throw new Error('A date has no hour');
    const { time } = local.wall(value.instant);
    return from < to ? time >= from && time < to : time >= from || time < to;
  };
});

/** A whole hour, or HH:MM, in microseconds since midnight. */
function timeOfDay(document: ValueDocument): bigint {
  const [hours = '', minutes = '0'] = String(document).split(':');
  return BigInt(Number(hours) * 60 + Number(minutes)) * 60_000_000n;
}

const inWindow = (
  window: (
    document: ValueDocument | undefined,
    moment: ReturnType<typeof momentOf>,
  ) => ReturnType<typeof withinLast>,
): Meaning => onTime((setting: Setting) => window(setting.value, momentOf(setting)));

export const meanings: Record<PositiveOperator, Meaning> = {
  is_empty: () => (answer) => answer.length === 0,
  equals,
  in_list: inList,
  contains: onText((whole, part) => whole.includes(part)),
  starts_with: onText((whole, part) => whole.startsWith(part)),
  ends_with: onText((whole, part) => whole.endsWith(part)),
  greater_than: ordered((difference) => difference > 0),
  greater_than_or_equal: ordered((difference) => difference >= 0),
  less_than: ordered((difference) => difference < 0),
  less_than_or_equal: ordered((difference) => difference <= 0),
  between,
  has_any: onTags((tags, listed) => listed.some((tag) => tags.includes(tag))),
  has_all: onTags((tags, listed) => listed.every((tag) => tags.includes(tag))),
  on,
  before: ordered((difference) => difference < 0),
  after: ordered((difference) => difference > 0),
  on_or_before: ordered((difference) => difference <= 0),
  on_or_after: ordered((difference) => difference >= 0),
  within_last: inWindow(withinLast),
  within_next: inWindow(withinNext),
  ago_at_least: inWindow(agoAtLeast),
  ahead_at_least: inWindow(aheadAtLeast),
  ago_between: onTime((setting) => agoBetween(...pairOf(setting), momentOf(setting))),
  in_period: inPeriod,
  anniversary_within_next: anniversaryWithinNext,
  anniversary_within_last: anniversaryWithinLast,
  anniversary_in_month: anniversaryInMonth,
  weekday_in: weekdayIn,
  hour_between: hourBetween,
  within_radius: withinRadius,
  in_top_percent: inTopPercent,
  in_bottom_percent: inBottomPercent,
  in_top: inTop,
  in_bottom: inBottom,
  is_member: isMember,
  ever_member: everMember,
  joined_within_last: joinedWithinLast,
  left_within_last: leftWithinLast,
  member_for_at_least: memberForAtLeast,
};
