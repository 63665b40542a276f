/** A run as the documentation describes it. */

import { count, id, instant, object, oneOf, orNull, text } from '../access/schemas.js';
import { runKinds, runStatuses } from './run.entity.js';

export const runSchema = object({
  id,
  segment_id: id,
  segment_version: count,
  kind: oneOf(...runKinds),
  status: oneOf(...runStatuses),
  as_of: instant,
  started_at: instant,
  started_by: text,
  finished_at: orNull(instant),
  joined: orNull(count),
  left: orNull(count),
  member_count: orNull(count),
  error_code: orNull(text),
  error_message: orNull(text),
});
