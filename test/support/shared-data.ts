/** Real data beside the repository, too large to keep in it: where it lies, and whether it may be missing. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface SharedData {
  readonly folder: string;
  readonly isThere: boolean;
  /** In CI the data must be there; on somebody's machine the tests over it are then left out. */
  readonly mayBeMissing: boolean;
}

export function sharedData(name: string): SharedData {
  const folder = fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
  return { folder, isThere: existsSync(folder), mayBeMissing: !process.env.CI };
}
