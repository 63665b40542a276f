/** What a value is read for, and what comes of it. */

import type { MembershipTest, Test } from '../checked.js';
import type { PositiveOperator, positiveOperators, ValueShape } from '../operators.js';
import type { Value } from '../rule.js';
import type { Tested } from './operator.js';
import type { Place } from './place.js';
import type { Read, Reading, Scope } from './reading.js';

export interface Question<S extends ValueShape = ValueShape> extends Asked {
  readonly operator: OperatorOf<S>;
}

/** The same, whichever the operator. */
export interface Asked {
  readonly tested: Tested;
  readonly scope: Scope;
}

/** The operators that take values of a shape. */
export type OperatorOf<S extends ValueShape> = {
  [O in PositiveOperator]: (typeof positiveOperators)[O]['value'] extends S ? O : never;
}[PositiveOperator];

/** The value as it is written back, if there is one, and the test it makes of the operator. */
export type Answer = Read<Value | undefined, Test | MembershipTest>;

/** `place` is that of the value. */
export type ValueReader<S extends ValueShape> = (
  reading: Reading,
  value: unknown,
  place: Place,
  question: Question<S>,
) => Answer | undefined;
