/** How an operator's meaning is written down, and the forms that most of them share. */

import type { Value as ValueDocument } from '../../../src/rule-language/rule.js';
import { rightSide } from './right-sides.js';
import type { Operand, Oracle, Place, Scope } from './scope.js';
import type { Moment } from './universe.js';
import type { Answer, TimeValue, Value } from './values.js';
import { dayOfTime, isTime, order } from './values.js';

/** A condition before any row is at hand. */
export interface Setting {
  readonly oracle: Oracle;
  readonly place: Place;
  readonly operand: Operand;
  readonly value: ValueDocument | undefined;
}

/** Whether what was read of a record satisfies the condition. */
export type Holds = (answer: Answer, scope: Scope) => boolean;
export type Meaning = (setting: Setting) => Holds;

/** True when any of the values is: false of none, and enough for `most_frequent` that one of a tie is. */
export const anyValue =
  (prepare: (setting: Setting) => (value: Value) => boolean): Meaning =>
  (setting) => {
    const holds = prepare(setting);
    return (answer) => answer.some(holds);
  };

/** True when a value on the left stands so to the value on the right; two missing sides do not. */
export const bothSides =
  (prepare: (setting: Setting) => (left: Value, right: Value) => boolean): Meaning =>
  (setting) => {
    const holds = prepare(setting);
    const right = rightSide(setting.oracle, setting.place, setting.operand, setting.value);
    return (answer, scope) =>
      answer.length > 0 && right(scope).some((other) => answer.some((value) => holds(value, other)));
  };

/** A comparison of numbers or of times. */
export const ordered = (accepts: (difference: number) => boolean): Meaning =>
  bothSides((setting) => {
    const { local } = momentOf(setting);
    return (left, right) => accepts(order(left, right, local));
  });

/** A condition on a date or datetime. */
export const onTime = (prepare: (setting: Setting) => (value: TimeValue) => boolean): Meaning =>
  anyValue((setting) => {
    const holds = prepare(setting);
    return (value) => {
      if (!isTime(value)) throw new Error(`No time: ${value.kind}`);
      return holds(value);
    };
  });

/** A condition on d(v), the local date of a date or datetime. */
export const onDay = (prepare: (setting: Setting) => (day: number) => boolean): Meaning =>
  onTime((setting) => {
    const holds = prepare(setting);
    const { local } = momentOf(setting);
    return (value) => holds(dayOfTime(value, local));
  });

export const momentOf = ({ oracle }: Setting): Moment => oracle.universe.moment;

export function listOf({ value }: Setting): readonly ValueDocument[] {
  if (!Array.isArray(value)) throw new Error(`No list: ${JSON.stringify(value)}`);
  return value;
}

export function pairOf(setting: Setting): readonly [ValueDocument, ValueDocument] {
  const [first, second, ...more] = listOf(setting);
  if (first === undefined || second === undefined || more.length > 0) throw new Error('No pair');
  return [first, second];
}

export function textOf({ value }: Setting): string {
  if (typeof value !== 'string') throw new Error(`No text: ${JSON.stringify(value)}`);
  return value;
}
