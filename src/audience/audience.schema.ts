/** Previews and explanations as the documentation describes them. */

import { count, flag, instant, list, number, object, oneOf, orNull, text } from '../access/schemas.js';
import { causes } from '../members/ledger.repository.js';

const person = { member_id: text, external_id: orNull(text), display: orNull(text) };

export const previewSchema = object({ count, share: number, words: text }, { sample: list(object(person)) });

export const explanationSchema = object({
  ...person,
  matches: flag,
  is_member: flag,
  added_at: orNull(instant),
  cause: orNull(oneOf(...causes)),
  nodes: list(object({ path: text, words: text, matches: flag }, { value: orNull(text) })),
});
