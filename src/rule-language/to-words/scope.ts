/** Who speaks and about what: what every part of the walk needs to know. */

import type { CheckedGroup, Route } from '../checked.js';
import type { RecordType } from '../field.js';
import type { Clause, Holder, Language } from './language.js';
import { labelIn, labelText } from './names.js';

/** The record that conditions speak about, and those around it. */
export interface Scope {
  readonly record: RecordType;
  readonly parent?: Scope;
}

export interface Speaker {
  readonly language: Language;
  readonly zone: string;
  readonly subject: RecordType;
  /** All of them, as a plural. */
  readonly subjects: string;
  /** Whether long lists are cut short. */
  readonly shortens: boolean;
  /** Groups hold measures, and measures hold groups. */
  group(group: CheckedGroup, scope: Scope): Clause;
}

/** What a route leads to, as whose something is. */
export function holderOf(route: Route, scope: Scope, { subject, language }: Speaker): Holder {
  const path = route.path.map((step, index) =>
    index === 0 && route.from === 'this' ? labelIn(scope.record, step, language) : labelText(step, language),
  );
  const kind = kindOf(route, scope, subject);
  return { from: route.from, kind: kind && labelText(kind, language), path };
}

function kindOf({ from, path, record }: Route, scope: Scope, subject: RecordType): RecordType | undefined {
  if (from === 'this') return undefined;
  if (from === 'subject') return subject;
  return path.length === 0 ? record : scope.parent?.record;
}
