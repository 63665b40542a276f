/** Membership of segments: a subject's stays in the ledger, as they are at `as_of`. */

import type { SegmentReference } from '../../../src/rule-language/rule.js';
import type { Meaning } from './meaning.js';
import { anyValue, momentOf } from './meaning.js';
import type { Operand, Oracle } from './scope.js';
import type { Universe } from './universe.js';
import type { Answer, StayValue, Value } from './values.js';
import { datetime } from './values.js';
import { agoAtLeast, withinLast } from './windows.js';
import type { Row } from './world.js';
import type { Instant } from './zone.js';
import { parseInstant } from './zone.js';

/** What a subject answers to a segment: its stays that have begun. */
export function segmentOperand({ universe }: Oracle, segment: SegmentReference): Operand {
  const id = typeof segment === 'string' ? segment : universe.world.templates?.get(segment.template);
  if (id === undefined) throw new Error(`No segment: ${JSON.stringify(segment)}`);
  const stays = staysBySubject(universe).get(id);
  const [key] = universe.subject.record.key;
  if (key === undefined) throw new Error('A subject has a key');
  return {
    type: 'segment',
    folds: false,
    read: ({ row }): Answer => stays?.get(String(row[key.column])) ?? [],
  };
}

type Stays = ReadonlyMap<string, ReadonlyMap<string, readonly StayValue[]>>;

/** A ledger is read once for all the rules of a universe. */
const ledgers = new WeakMap<Universe, Stays>();

function staysBySubject(universe: Universe): Stays {
  const known = ledgers.get(universe);
  if (known !== undefined) return known;
  const segments = new Map<string, Map<string, StayValue[]>>();
  for (const row of universe.stays()) {
    const stay = readStay(row, universe.moment.now);
    if (stay === undefined) continue;
    const [segment, subject] = [String(row.segment_id), String(row.subject_id)];
    const subjects = segments.get(segment) ?? new Map<string, StayValue[]>();
    segments.set(segment, subjects.set(subject, [...(subjects.get(subject) ?? []), stay]));
  }
  ledgers.set(universe, segments);
  return segments;
}

function readStay(row: Row, now: Instant): StayValue | undefined {
  const entered = instantOf(row, 'entered_at');
  if (entered === undefined) throw new Error('A stay has begun some time');
  if (entered > now) return undefined;
  const left = instantOf(row, 'left_at');
  return {
    kind: 'stay',
    entered,
    left: left === undefined || left > now ? undefined : left,
    cause: String(row.cause),
  };
}

function instantOf(row: Row, column: string): Instant | undefined {
  const stored = row[column] ?? null;
  if (stored === null) return undefined;
  const instant = typeof stored === 'string' ? parseInstant(stored) : undefined;
  if (instant === undefined) throw new Error(`No instant: ${JSON.stringify(stored)}`);
  return instant;
}

function stay(value: Value): StayValue {
  if (value.kind !== 'stay') throw new Error(`No stay: ${value.kind}`);
  return value;
}

const isCurrent = (value: Value): boolean => stay(value).left === undefined;

/** A first fill or an edit of the rule puts people in without their having joined. */
const joiningCauses = ['matched', 'pinned'];

export const isMember: Meaning = anyValue(() => isCurrent);
export const everMember: Meaning = anyValue(() => () => true);

export const joinedWithinLast: Meaning = anyValue((setting) => {
  const inWindow = withinLast(setting.value, momentOf(setting));
  return (value) =>
    isCurrent(value) && joiningCauses.includes(stay(value).cause) && inWindow(datetime(stay(value).entered));
});

export const memberForAtLeast: Meaning = anyValue((setting) => {
  const longAgo = agoAtLeast(setting.value, momentOf(setting));
  return (value) => isCurrent(value) && longAgo(datetime(stay(value).entered));
});

/** Not in now, and the latest exit in the window. */
export const leftWithinLast: Meaning = (setting) => {
  const inWindow = withinLast(setting.value, momentOf(setting));
  return (answer) => {
    if (answer.length === 0 || answer.some(isCurrent)) return false;
    const exits = answer.map((value) => stay(value).left ?? 0n);
    return inWindow(datetime(exits.reduce((latest, exit) => (exit > latest ? exit : latest))));
  };
};
