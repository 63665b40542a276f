/** A node of the rule: which kind it is, and on to the reader of that kind. */

import type { CheckedEveryone } from '../checked.js';
import type { Everyone, Marks, Rule } from '../rule.js';
import { readFieldCondition } from './condition.js';
import { readGroup } from './group.js';
import { countCondition } from './limits.js';
import { isDisabled, markKeys, readDisabled, readMarks, refuseUnknownKeys } from './marks.js';
import { nearest } from './nearest.js';
import type { Place } from './place.js';
import {
  type Document,
  isDocument,
  keysOf,
  type Read,
  type Reading,
  type ReadNode,
  report,
  reportAt,
  type Scope,
} from './reading.js';
import { readRelatedCondition } from './related.js';
import { readSegmentCondition } from './segment.js';

type NodeReader = (
  reading: Reading,
  document: Document,
  marks: Marks,
  place: Place,
  scope: Scope,
) => ReadNode | undefined;

const kinds = {
  group: readGroup,
  field: readFieldCondition,
  related: readRelatedCondition,
  segment: readSegmentCondition,
  everyone: readEveryone,
} as const satisfies Record<string, NodeReader>;
type Kind = keyof typeof kinds;

/** The keys that tell what a node is. */
const telling: Readonly<Record<Kind, readonly string[]>> = {
  group: ['rules', 'match', 'match_type'],
  field: ['field'],
  related: ['related'],
  segment: ['segment'],
  everyone: ['everyone'],
};

export const readNode: (
  reading: Reading,
  document: unknown,
  place: Place,
  scope: Scope,
) => ReadNode | undefined = (reading, document, place, scope) => {
  if (!isDocument(document)) return report(reading, place, 'rule.not-object');
  if (isDisabled(document)) {
    readDisabled(reading, document, place);
    return { document: document as unknown as Rule, checked: undefined };
  }
  const marks = readMarks(reading, document, place);
  const kind = kindOf(reading, document, place);
  if (!kind || (kind !== 'group' && !countCondition(reading))) return undefined;
  return kinds[kind](reading, document, marks, place, scope);
};

export function kindOf(reading: Reading, document: Document, place: Place): Kind | undefined {
  const given = (Object.keys(telling) as Kind[]).map((kind) => ({
    kind,
    key: telling[kind].find((key) => document[key] !== undefined),
  }));
  const [first, ...others] = given.filter(({ key }) => key !== undefined);
  if (first && others.length === 0) return first.kind;
  if (first) {
    const keys = [first, ...others].map(({ key }) => key as string);
    return report(reading, place, 'rule.several-kinds', keys);
  }
  const known = Object.values(telling).flat();
  const suggestions = keysOf(document).map((key) => nearest(key, known));
  return report(
    reading,
    place,
    'rule.unknown-kind',
    suggestions.find((key) => key !== undefined),
  );
}

function readEveryone(
  reading: Reading,
  document: Document,
  marks: Marks,
  place: Place,
): Read<Everyone, CheckedEveryone> | undefined {
  refuseUnknownKeys(reading, document, place, ['everyone', ...markKeys]);
  if (document.everyone !== true) return reportAt(reading, place, 'everyone', 'rule.everyone-not-true');
  return {
    document: { ...marks, everyone: true },
    checked: { kind: 'everyone', at: place.at, ...marks },
  };
}
