/** Past failures, each in a file of its own: asked again for ever after. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../src/rule-language/rule.js';
import type { Clock } from './oracle/matching.js';

export interface CorpusCase {
  /** The file's name without `.json`. */
  readonly name: string;
  readonly rule: Rule;
  readonly subject: string;
  readonly clock: Clock;
  /** Of the hostile world; the usual one without it. */
  readonly seed?: number;
}

const folder = join(import.meta.dirname, 'corpus');

export function readCorpus(from = folder): readonly CorpusCase[] {
  if (!existsSync(from)) return [];
  const files = readdirSync(from).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => ({
    name: file.slice(0, -'.json'.length),
    ...(JSON.parse(readFileSync(join(from, file), 'utf8')) as Omit<CorpusCase, 'name'>),
  }));
}
