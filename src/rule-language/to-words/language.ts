/** What a language must supply to say a rule; the walker asks for nothing else. Total, so no operator is left unsaid. */

import type { Duration, Period } from '../checked.js';
import type { FieldType, Labels } from '../field.js';
import type { MeasureName } from '../measures.js';
import type {
  NegativeOperator,
  negativeOperators,
  PositiveOperator,
  positiveOperators,
} from '../operators.js';

/** The forms a clause is needed in: on its own (`is …`), or after a noun (`order that is …`, `orders that are …`). */
export const forms = ['bare', 'one', 'many'] as const;
export type Form = (typeof forms)[number];
export type Clause = Readonly<Record<Form, string>>;

/** A verb for one thing and for many. */
export interface Verb {
  readonly one: string;
  readonly many: string;
}

/** What is said of something. The verb stands apart because languages place it differently. */
export interface Predicate {
  readonly verb: Verb;
  readonly rest: string;
}

/** What something is said of. */
export interface Noun {
  readonly text: string;
  /** Belongs to the record at hand (`whose city …`), rather than to another (`for which the contact’s city …`). */
  readonly own: boolean;
  readonly type: FieldType;
  /** It is a measure, spelled out, and no field with a label of its own. */
  readonly measure: boolean;
}

/** Who holds something: the record at hand, the one around it or the subject; then the labels of a to-one path. */
export interface Holder {
  readonly from: 'this' | 'parent' | 'subject';
  /** The label of what the holder is, where it is known and is not the record at hand. */
  readonly kind: string | undefined;
  readonly path: readonly string[];
}

/** Words for a list; `others` more are left out. */
export interface ListWords {
  readonly items: readonly string[];
  readonly others: string | undefined;
}

export interface ScalarWords {
  readonly text: string;
  readonly reference: boolean;
  /** Of times: whether the time of day counts, or the day only. */
  readonly precision: 'day' | 'moment' | undefined;
}

export interface ReferenceWords {
  readonly noun: string;
  /** The noun is a measure, spelled out. */
  readonly measure: boolean;
  readonly shift: { readonly sign: 1 | -1; readonly duration: Duration } | undefined;
  readonly times: string | undefined;
  /** It is a moment, of which only the day counts. */
  readonly dayOf: boolean;
}

/** Worded as far as it can be for any language; by the shape of value that the operators table names. */
export interface ValueWords {
  readonly none: null;
  readonly scalar: ScalarWords;
  readonly text: string;
  readonly list: ListWords;
  readonly range: { readonly from: ScalarWords; readonly to: ScalarWords };
  readonly duration: Duration;
  readonly durations: { readonly nearest: Duration; readonly farthest: Duration };
  readonly period: Period;
  readonly month: { readonly name: string } | 'this_month' | 'next_month';
  readonly weekdays: ListWords;
  /** `through`: by way of midnight. */
  readonly hours: { readonly from: string; readonly until: string; readonly through: boolean };
  readonly radius: { readonly kilometres: string; readonly latitude: Degrees; readonly longitude: Degrees };
  readonly percent: string;
  readonly positions: string;
}

export interface Degrees {
  readonly size: string;
  readonly negative: boolean;
}

/** What a predicate may need to know beside the value. */
export interface About {
  readonly type: FieldType;
  /** The subjects, all of them. */
  readonly subjects: string;
}

type ShapeOf<O extends PositiveOperator> = (typeof positiveOperators)[O]['value'];
type Twin<O extends NegativeOperator> = (typeof negativeOperators)[O];

export type MembershipOperator = {
  [O in PositiveOperator]: 'segment' extends (typeof positiveOperators)[O]['on'][number] ? O : never;
}[PositiveOperator];
export type ValueOperator = Exclude<PositiveOperator, MembershipOperator>;

/** One entry for every operator on values, each negative one under its own name. */
export type Predicates = {
  readonly [O in ValueOperator]: (value: ValueWords[ShapeOf<O>], about: About) => Predicate;
} & {
  readonly [O in NegativeOperator as Twin<O> extends ValueOperator ? O : never]: (
    value: ValueWords[ShapeOf<Twin<O>>],
    about: About,
  ) => Predicate;
};

/** The same for membership of a segment; its name comes quoted. */
export type Memberships = {
  readonly [O in MembershipOperator]: (segment: string, value: ValueWords[ShapeOf<O>]) => Predicate;
} & {
  readonly [O in NegativeOperator as Twin<O> extends MembershipOperator ? O : never]: (
    segment: string,
    value: ValueWords[ShapeOf<Twin<O>>],
  ) => Predicate;
};

/** Numbers that say how many records there are: `at least 8`. */
export type Quantities = Readonly<
  Record<
    | 'equals'
    | 'greater_than'
    | 'greater_than_or_equal'
    | 'less_than'
    | 'less_than_or_equal'
    | 'in_list'
    | 'between',
    (numbers: ListWords) => string
  >
>;

export interface RecordsWords {
  /** The collection's label, a plural. */
  readonly label: string;
  readonly holder: Holder;
  /** What each of the records must match. */
  readonly where: Clause | undefined;
}

export interface MeasureWords {
  readonly records: RecordsWords;
  readonly of: { readonly text: string; readonly type: FieldType } | undefined;
  readonly satisfying: Clause | undefined;
  /** Whether one of several tied values is enough, or each must hold. */
  readonly tied: 'any' | 'each' | undefined;
}

/** Which missing side makes a negative true. */
export type Missing = 'it' | 'either' | 'any';

export interface Language {
  /** Which labels it takes. */
  readonly code: 'en' | keyof Labels;
  /** For numbers, months and weekdays. */
  readonly locale: string;
  readonly quotes: readonly [string, string];
  /** Words of the sentence itself: a label that contains one is quoted. */
  readonly reserved: ReadonlySet<string>;
  readonly predicates: Predicates;
  readonly memberships: Memberships;
  readonly quantities: Quantities;
  readonly measures: Readonly<Record<MeasureName, (measure: MeasureWords) => string>>;
  readonly groups: Readonly<
    Record<
      'all' | 'any' | 'none' | 'not_all' | 'at_least',
      (rules: readonly Clause[], count: string) => Clause
    >
  >;
  readonly everyone: Clause;
  /** A label as it stands within the sentence. */
  label(label: string): string;
  /** Many records of a kind, whichever number the kind's label is in. */
  plural(label: string): string;
  part(part: 'date' | 'hour' | 'weekday', of: string): string;
  yesOrNo(value: boolean): string;
  percent(number: string): string;
  date(day: number, month: string, year: string): string;
  moment(date: string, time: string, offset: string | undefined): string;
  /** Something of a holder's: `company’s industry`. */
  held(holder: Holder, label: string): string;
  /** The holder itself; it is not the record at hand. */
  holder(holder: Holder): string;
  reference(reference: ReferenceWords): string;
  /** What is said of a noun, or of the record itself. */
  clause(about: Noun | 'itself', predicate: Predicate, missing?: Missing): Clause;
  /** That somebody has a to-one record, or has none. */
  presence(owner: Holder, label: string, absent: boolean): Clause;
  /** How many records there are: of the record at hand, or elsewhere. */
  counted(quantity: string, single: boolean, records: RecordsWords): Clause;
  everySubject(subjects: string): string;
  subjectsMatching(subjects: string, clause: Clause): string;
  inZone(text: string, zone: string): string;
  sentence(text: string): string;
}
