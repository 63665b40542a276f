/**
 * What in a rule moves as time passes: the dates that its tests hold against the clock, the times at which records come
 * to be there, and what is derived of the clock. Together they say when its verdict can change while nothing is written.
 */

import type {
  Checked,
  Condition,
  DerivedOperand,
  MeasureOperand,
  MembershipTest,
  Operand,
  Scalar,
  Test,
} from './checked.js';
import type { Collection, Vocabulary } from './field.js';
import { parseFilter, parseTime } from './parse.js';

/** One step down into the records of a collection, whatever their time and filter. */
export interface Descent {
  readonly route: MeasureOperand['route'];
  readonly collection: Collection;
}

/** A date of the subject's, or of each record that a way leads to, and what looks at it as time passes. */
export interface TurningDate {
  readonly way: readonly Descent[];
  readonly operand: Operand;
  /** `arrival`: the record is there from then on. */
  readonly test: Test | 'arrival';
}

/** Something derived of the clock, of the subject or of each record that a way leads to. */
export interface TurningDerived {
  readonly way: readonly Descent[];
  readonly operand: DerivedOperand;
}

export interface TurningStay {
  readonly segment: string;
  readonly test: MembershipTest;
}

export interface TurningPoints {
  readonly dates: readonly TurningDate[];
  readonly stays: readonly TurningStay[];
  /** What is derived of the clock moves when a local day begins. */
  readonly derived: readonly TurningDerived[];
  /** A rank is taken over something that moves: it turns on the records of everyone. */
  readonly ranked: boolean;
  /** Some rank is taken: what happens to one person may change it for others. */
  readonly ranks: boolean;
}

/** Of a rule over the subject. */
export function turningPoints(rule: Checked, vocabulary: Vocabulary): TurningPoints {
  const search = new Search(vocabulary);
  search.node(rule, []);
  return search.found;
}

/** Measures that are the value of one of their records. */
const picking: ReadonlySet<string> = new Set(['minimum', 'maximum', 'first', 'last', 'most_frequent']);

class Search {
  readonly found = {
    dates: [] as TurningDate[],
    stays: [] as TurningStay[],
    derived: [] as TurningDerived[],
    ranked: false,
    ranks: false,
  };

  constructor(private readonly vocabulary: Vocabulary) {}

  node(node: Checked, way: readonly Descent[]): void {
    switch (node.kind) {
      case 'group':
        for (const rule of node.rules) this.node(rule, way);
        return;
      case 'membership':
        this.found.stays.push({ segment: node.segment.id, test: node.test });
        return;
      case 'condition':
        this.condition(node, way);
        return;
      default:
        return;
    }
  }

  private condition({ operand, test }: Condition, way: readonly Descent[]): void {
    const before = this.size();
    this.operand(operand, way);
    if (isRank(test)) {
      this.found.ranks = true;
      if (this.size() !== before) this.found.ranked = true;
    }
    for (const scalar of scalarsOf(test)) if (scalar.kind === 'reference') this.operand(scalar.operand, way);
    if (looksAtClock(test)) this.tested(operand, test, way);
  }

  private size(): number {
    const { dates, derived } = this.found;
    return dates.length + derived.length;
  }

  /** The dates that the test may find there: of a measure that picks one, those of all its records. */
  private tested(operand: Operand, test: Test, way: readonly Descent[]): void {
    if (operand.kind === 'measure') {
      if (operand.of && picking.has(operand.measure)) this.tested(operand.of, test, into(operand, way));
    } else this.found.dates.push({ way, operand, test });
  }

  /** What moves an operand's value. */
  private operand(operand: Operand, way: readonly Descent[]): void {
    if (operand.kind === 'derived') {
      const { source } = operand.field;
      if (source.kind === 'derived' && source.derivation.timeRelative)
        this.found.derived.push({ way, operand });
      for (const input of operand.inputs) this.operand(input, way);
    }
    if (operand.kind !== 'measure') return;
    this.arrivals(operand, way);
    const inside = into(operand, way);
    for (const part of [operand.where, operand.satisfying]) if (part) this.node(part, inside);
    if (operand.of) this.operand(operand.of, inside);
  }

  /** At every step on the way to the records: when they come to be there, and what is asked of all of them. */
  private arrivals({ route, collection }: MeasureOperand, way: readonly Descent[]): void {
    collection.steps.forEach((step, index) => {
      const here = [...way, { route, collection: bare(collection, index + 1) }];
      const time = step.future === true ? undefined : parseTime(step, this.vocabulary);
      if (time) this.found.dates.push({ way: here, operand: time, test: 'arrival' });
      const record = this.vocabulary.records.get(step.target);
      if (step.filter && record) this.node(parseFilter(step.filter, record, this.vocabulary), here);
    });
  }
}

const into = ({ route, collection }: MeasureOperand, way: readonly Descent[]): Descent[] => [
  ...way,
  { route, collection: bare(collection, collection.steps.length) },
];

/** The first steps, to records of any time. */
const bare = (collection: Collection, steps: number): Collection => ({
  ...collection,
  steps: collection.steps.slice(0, steps).map(({ target, on }) => ({ target, on })),
});

const isRank = ({ operator }: Test): boolean => /^in_(top|bottom)/.test(operator);

const scalarsOf = (test: Test): readonly Scalar[] => {
  if (test.operator === 'between') return [test.from, test.to];
  return 'value' in test ? [test.value] : [];
};

/** Whether what the test says of a date depends on when it is asked. */
export const looksAtClock = (test: Test): boolean =>
  'duration' in test ||
  test.operator === 'ago_between' ||
  test.operator === 'in_period' ||
  (test.operator === 'anniversary_in_month' && typeof test.month === 'string');
