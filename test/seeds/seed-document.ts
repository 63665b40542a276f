/**
 * How a seed document is written down here: line by line, in few of its own words. What it asks of segments becomes rules
 * with planted people; of everything else it says where it is shown, why it comes later, or that there is nothing in it to build.
 */

import type { CustomFieldsOf, People } from './planting.js';

/** The number of a line, or of the first and the last of several. */
export type Lines = number | readonly [from: number, to: number];

/** A rule that a line asks for, and people who are just in and just out; all others of the tenant are none. */
export interface RuleRow {
  readonly line: number;
  /** Some of the line's words, without its markup. */
  readonly quote: string;
  /** Which of the line's wishes it is, where there are several. */
  readonly wish?: string;
  /** `contact` if not given. */
  readonly subject?: 'company';
  /** The fields that the tenant has made for itself, in rules as `custom.<key>`. */
  readonly custom?: CustomFieldsOf;
  /** Segments that the rule is built on, by what they are called here. */
  readonly builtOn?: Readonly<Record<string, BuiltOn>>;
  /** The document; `{ segment: 'a name of builtOn' }` is given that segment's id. */
  readonly rule: unknown;
  readonly in: People;
  readonly out: People;
  /** The members by the values of a field, where the line groups them. */
  readonly grouped?: { readonly by: string; readonly groups: Readonly<Record<string, number>> };
}

export interface BuiltOn {
  readonly rule: unknown;
  /** When it was calculated, in order. */
  readonly calculated: readonly string[];
}

export interface SeedDocument {
  /** The name of the file, without its ending. */
  readonly name: string;
  readonly rules: readonly RuleRow[];
  /** Lines that a rule row of another line answers as well. */
  readonly asAbove?: readonly (readonly [line: number, quote: string, ruleRow: number])[];
  /** What is more than a rule, and the test that shows it. */
  readonly features: readonly (readonly [lines: Lines, quote: string, test: string])[];
  /** What later parts of the product bring, and which. */
  readonly later: readonly (readonly [lines: Lines, quote: string, reason: string])[];
  /** Headings, prose and the insides of the system that the document describes: nothing to build. */
  readonly prose: readonly (readonly [lines: Lines, quote: string])[];
}
