/** Which of the languages that rules are said in a request asks for: its header `Accept-Language`. */

import type { Request } from 'express';
import { type LanguageCode, languageCodes } from '../rule-language/to-words.js';

/** The one it likes best; English where it does not say, or likes none. */
export function languageOf(request: Request): LanguageCode {
  const best = request.acceptsLanguages([...languageCodes]);
  return languageCodes.find((code) => code === best) ?? 'en';
}
