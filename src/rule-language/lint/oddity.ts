/** Something odd about a node, before it is put into words. */

import type { Checked } from '../checked.js';
import type { LintCode } from './messages.js';

export interface Oddity {
  readonly code: LintCode;
  readonly node: Checked;
  /** The nodes that it has to do with. */
  readonly with?: readonly Checked[];
}
