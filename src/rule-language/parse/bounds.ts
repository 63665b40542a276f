/** The bounds that hold for every document, disabled parts included: size, nesting, texts and lists. */

import { pathTo } from './place.js';
import { mostProblems, type Problem, problem } from './problems.js';
import { hasLoneSurrogate, isLongerThan, toNfc } from './texts.js';

export const largestBytes = 1_048_576;
export const deepestNesting = 64;
/** In code points. */
export const longestText = 1_000;
const longestList = 10_000;

/** What a walk over a document finds; `readable` if it is plain JSON that a recursive reader can go through. */
export interface Bounds {
  readonly problems: readonly Problem[];
  readonly readable: boolean;
}

export function checkBounds(document: unknown): Bounds {
  const walk = new Walk(true);
  walk.visit(document, '', 1);
  if (walk.stopped) return { problems: [walk.stopped], readable: false };
  if (!isLargerThan(JSON.stringify(document), largestBytes))
    return { problems: walk.problems, readable: true };
  return { problems: [problem('', 'rule.too-large')], readable: false };
}

/** Texts and keys with characters that no database text can hold, in a document that is known to be JSON. */
export function malformedTexts(document: unknown): readonly Problem[] {
  const walk = new Walk(false);
  walk.visit(document, '', 1);
  return walk.problems;
}

/** In UTF-8. */
export const isLargerThan = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes);

class Walk {
  readonly problems: Problem[] = [];
  /** Why the document cannot be gone through. */
  stopped: Problem | undefined;
  /** At least as many bytes were seen; keeps a web of shared objects from being walked for ever. */
  private seen = 0;

  constructor(private readonly lengths: boolean) {}

  visit(value: unknown, path: string, nesting: number): void {
    this.seen += typeof value === 'string' ? value.length : 1;
    if (this.seen > largestBytes) this.stop(problem('', 'rule.too-large'));
    if (this.stopped) return;
    if (typeof value === 'string') this.visitText(value, path);
    else if (typeof value === 'object' && value !== null) this.visitObject(value, path, nesting);
    else if (typeof value === 'number' && !Number.isFinite(value))
      this.stop(problem(path, 'rule.not-json', String(value)));
    else if (!['number', 'boolean', 'object'].includes(typeof value))
      this.stop(problem(path, 'rule.not-json', `of type ${typeof value}`));
  }

  private visitObject(value: object, path: string, nesting: number): void {
    if (nesting > deepestNesting) this.stop(problem(path, 'rule.too-nested'));
    else if (Array.isArray(value)) this.visitList(value, path, nesting);
    else if (!isPlain(value)) this.stop(problem(path, 'rule.not-json', 'an object of a class'));
    else for (const [key, part] of Object.entries(value)) this.visitPart(key, part, path, nesting);
  }

  private visitPart(key: string, part: unknown, path: string, nesting: number): void {
    this.seen += key.length;
    this.visitText(key, pathTo(path, key));
    if (part !== undefined) this.visit(part, pathTo(path, key), nesting + 1);
  }

  private visitList(list: readonly unknown[], path: string, nesting: number): void {
    if (this.lengths && list.length > longestList) this.report(path, 'list.too-long');
    for (let index = 0; index < list.length && !this.stopped; index++)
      this.visit(list[index], pathTo(path, index), nesting + 1);
  }

  private visitText(text: string, path: string): void {
    if (text.includes('\u0000')) this.report(path, 'text.nul');
    if (hasLoneSurrogate(text)) this.report(path, 'text.lone-surrogate');
    // Some texts are longer in NFC, which is how they are written back.
    if (this.lengths && (isLongerThan(text, longestText) || isLongerThan(toNfc(text), longestText)))
      this.report(path, 'text.too-long');
  }

  private report(
    path: string,
    code: 'list.too-long' | `text.${'nul' | 'lone-surrogate' | 'too-long'}`,
  ): void {
    if (this.problems.length < mostProblems) this.problems.push(problem(path, code));
  }

  private stop(why: Problem): void {
    this.stopped ??= why;
  }
}

/** Made by a literal or by JSON.parse, of whichever realm. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
