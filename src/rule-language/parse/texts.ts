/** Texts as the language sees them: NFC, blank or not, well-formed, so many code points long. */

/** Only Unicode White_Space; `\s` differs from it in U+0085 and U+FEFF. */
export const isBlank = (text: string): boolean => /^\p{White_Space}*$/u.test(text);

/** Half of a surrogate pair, which no encoding can carry. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

export const toNfc = (text: string): string => text.normalize('NFC');

export function isLongerThan(text: string, codePoints: number): boolean {
  if (text.length <= codePoints) return false;
  return text.length > 2 * codePoints || [...text].length > codePoints;
}

/** Short enough to be repeated in a message. */
export function clip(text: string): string {
  const shown = text.slice(0, 200).replace(/\p{Surrogate}$/u, '');
  const characters = [...shown];
  return characters.length > 60 || shown.length < text.length
    ? `${characters.slice(0, 59).join('')}…`
    : shown;
}
