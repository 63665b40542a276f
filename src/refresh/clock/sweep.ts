/** What is to be asked of the database so that everybody is found whom time has turned: each question once. */

import type { Checked } from '../../rule-language/checked.js';
import { crossings } from '../../rule-language/crossings.js';
import type { Subject, Vocabulary } from '../../rule-language/field.js';
import type { Passage } from '../../rule-language/passage.js';
import { crossers } from '../../rule-language/to-sql/crossers.js';
import type { Sql } from '../../rule-language/to-sql/sql.js';

export interface LiveSegment {
  readonly id: string;
  readonly subject: Subject;
  readonly checked: Checked;
}

/** Whom to look at again for these segments. */
export interface Question {
  readonly statement: Sql;
  /** Whoever is found is looked at again for these. */
  readonly segments: readonly string[];
  /** Where anybody is found, everybody is to be looked at for these: a cut-off has moved. */
  readonly ranked: readonly string[];
}

export interface Sweep {
  /** By kind of subject. */
  readonly questions: readonly { readonly subject: Subject; readonly asked: readonly Question[] }[];
  /** Everyone is to be looked at for these, whatever is found. */
  readonly everyone: readonly string[];
}

export function sweepOf(
  segments: readonly LiveSegment[],
  tenant: string,
  vocabulary: Vocabulary,
  passage: Passage,
): Sweep {
  const everyone: string[] = [];
  const bySubject = new Map<string, { subject: Subject; asked: Map<string, AskedFor> }>();
  for (const { id, subject, checked } of segments) {
    const crossed = crossings(checked, vocabulary, passage);
    if (crossed.everyone) {
      everyone.push(id);
      continue;
    }
    const { asked } = known(bySubject, subject.name, () => ({ subject, asked: new Map() }));
    for (const crossing of crossed.crossings) {
      const statement = crossers(crossing, { subject, vocabulary, tenant, clock: passage.to });
      const text = JSON.stringify([statement.text, statement.values]);
      const question = known(asked, text, () => ({ statement, segments: new Set(), ranked: new Set() }));
      (crossed.ranked ? question.ranked : question.segments).add(id);
    }
  }
  return {
    everyone,
    questions: [...bySubject.values()].map(({ subject, asked }) => ({
      subject,
      asked: [...asked.values()].map(listed),
    })),
  };
}

interface AskedFor {
  readonly statement: Sql;
  readonly segments: Set<string>;
  readonly ranked: Set<string>;
}

const listed = ({ statement, segments, ranked }: AskedFor): Question => ({
  statement,
  segments: [...segments],
  ranked: [...ranked],
});

function known<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
