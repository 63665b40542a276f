/**
 * From JSON to rules: text to values, and values to the canonical rule document and the checked tree that every other
 * reader starts from. Everything that is wrong is reported at once; what is not understood in full is refused.
 */

import type { Checked } from './checked.js';
import type { Vocabulary } from './field.js';
import { checkBounds, isLargerThan, largestBytes } from './parse/bounds.js';
import { type ParsedJson, readJson } from './parse/json-text.js';
import { mostProblems, type Problem, problem } from './parse/problems.js';
import type { Referred } from './parse/reading.js';
import { readRoot, startReading } from './parse/root.js';
import { referencesIn } from './parse/segments-in.js';
import type { Rule, SegmentReference } from './rule.js';

export { DeclarationError, parseFilter, parseMeasure, parseTime } from './parse/declarations.js';
export type { ParsedJson } from './parse/json-text.js';
export { type Problem, type ProblemCode, problem, problemCodes } from './parse/problems.js';
export type { Referred, SegmentEntry } from './parse/reading.js';

export interface ParseContext {
  readonly vocabulary: Vocabulary;
  /** The name of the subject that the rule is about. */
  readonly subject: string;
  /**
   * Looks a referenced segment up; `undefined` if it is unknown, or another tenant's, and `not made` for a template that is
   * known and has no segment yet.
   */
  readonly segment: (reference: SegmentReference) => Referred;
}

export type Parsed =
  | { readonly ok: true; readonly rule: Rule; readonly checked: Checked }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The rule in its canonical form and as a checked tree, or everything that is wrong with it. Never throws. */
export function parseRule(document: unknown, context: ParseContext): Parsed {
  const bounds = checkBounds(document);
  if (!bounds.readable) return { ok: false, problems: bounds.problems };
  const subject = context.vocabulary.subjects.get(context.subject);
  if (!subject) return { ok: false, problems: [problem('', 'rule.unknown-subject', context.subject)] };
  const reading = startReading(context.vocabulary, subject.name, context.segment);
  const read = readRoot(reading, document, subject);
  const problems = [...bounds.problems, ...reading.problems].slice(0, mostProblems);
  if (problems.length > 0 || !read) return { ok: false, problems };
  // Written back in NFC and with every join spelled out, it may have grown.
  if (isLargerThan(JSON.stringify(read.document), largestBytes))
    return { ok: false, problems: [problem('', 'rule.too-large')] };
  return { ok: true, rule: read.document, checked: read.checked };
}

/**
 * The value of a JSON text of at most 1 MiB. Refused as well: more than 64 levels, keys given twice, numbers with more
 * digits than a JSON number keeps, U+0000 and lone surrogates.
 */
export const parseJson = (text: string): ParsedJson => readJson(text);

/** What the enabled segment conditions of an unchecked document refer to, each once. Never throws. */
export const segmentsIn = (document: unknown): SegmentReference[] => referencesIn(document);
