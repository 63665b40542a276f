/** All shapes that are promised. */

import type { Shape } from './shape.js';
import { aggregates } from './shapes/aggregates.js';
import { existence } from './shapes/existence.js';
import { extremes } from './shapes/extremes.js';
import { groups } from './shapes/groups.js';
import { members } from './shapes/members.js';
import { nested } from './shapes/nested.js';
import { ranks } from './shapes/ranks.js';
import { records } from './shapes/records.js';
import { values } from './shapes/values.js';

export const shapes: readonly Shape[] = [
  existence,
  extremes,
  aggregates,
  records,
  groups,
  nested,
  ranks,
  values,
  members,
].flat();
