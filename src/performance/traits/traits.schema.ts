/** What was left out of a comparison, as the documentation describes it. */

import { list, object, oneOf, text } from '../../access/schemas.js';
import { reasons } from './traits.js';

export const leftOutSchema = list(object({ field: text, reason: oneOf(...reasons) }));
