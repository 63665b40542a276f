/** Brackets around what belongs together: round outside, square inside, and so on alternately. */

// Private-use characters, which no quoted text and no label brings along, until the whole sentence is there.
const opening = '\uE000';
const closing = '\uE001';
const marks = /[\uE000\uE001]/g;
const pairs = ['()', '[]'] as const;

export const bracketed = (text: string): string => `${opening}${text}${closing}`;

/** What stands before the first bracket. */
export const beforeBrackets = (text: string): string => text.split(marks)[0]?.trimEnd() ?? '';

/** A text of others, so that it cannot pass for a bracket of ours. */
export const withoutMarks = (text: string): string => text.replace(marks, '');

/** The sentence with its brackets in place. */
export function setBrackets(text: string): string {
  let depth = 0;
  return text.replace(marks, (mark) => {
    if (mark === opening) return pairs[depth++ % 2]?.[0] ?? '';
    return pairs[--depth % 2]?.[1] ?? '';
  });
}
