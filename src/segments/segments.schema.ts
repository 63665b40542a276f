/** A segment as the documentation describes it. */

import { count, id, instant, object, oneOf, orNull, problems, rule, text } from '../access/schemas.js';

export const segmentSchema = object({
  id,
  name: text,
  description: orNull(text),
  category: orNull(text),
  subject: text,
  type: oneOf('dynamic'),
  status: oneOf('active', 'archived'),
  health: oneOf('ok', 'broken'),
  problems,
  rules: rule,
  words: orNull(text),
  version: count,
  member_count: orNull(count),
  last_calculated_at: orNull(instant),
  created_at: instant,
  created_by: text,
  updated_at: instant,
  updated_by: text,
});
