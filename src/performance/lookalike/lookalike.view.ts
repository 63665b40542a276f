/** What is told of a search for look-alikes. */

import type { Target } from '../../rule-language/to-sql/compile.js';
import type { LanguageCode, WordsContext } from '../../rule-language/to-words.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import type { Sample } from '../traits/sample.js';
import type { LeftOut, Trait } from '../traits/traits.js';
import type { Trial, Weighed } from './model.js';
import { type Step, steps } from './scoring.js';
import { type WeightKind, weightInWords } from './weight-words.js';

/** What makes somebody like the members, or unlike them where it is negative. */
export interface LookalikeWeight {
  readonly field: string;
  readonly label: string;
  /** Of a number, and of how many days ago a date is, by the standard deviation; of having a value; of having none. */
  readonly kind: WeightKind;
  /** The value that the weight is of; else null. */
  readonly value: string | null;
  /** By how much it moves the logarithm of the odds. */
  readonly weight: number;
  /** For how much more of a number, or how many days longer ago, that is: the standard deviation; else null. */
  readonly per: number | null;
  /** `City is “Berlin”: more like the members (odds × 2.3).`, in the caller's language. */
  readonly words: string;
}

/** What a cut would reach. A similarity is how probable a member somebody were, if there were as many members as others. */
export interface LookalikePoint {
  /** From 0 to 1. */
  readonly similarity: number;
  /** People who are no members and at least that similar. */
  readonly reach: number;
  /** Members who are, of all: also of those whom the model has learned from, so that they look a little better than others. */
  readonly members: number;
}

/** A segment that was made of the most similar. */
export interface SavedLookalike {
  readonly segment_id: string;
  readonly name: string;
  readonly member_count: number;
}

export interface Lookalike {
  readonly segment_id: string;
  readonly name: string;
  /** Whom the model learned from, and whom it was tried on: those it had not seen. */
  readonly learned_from: { readonly members: number; readonly others: number; readonly held_out: number };
  /** How often a member that it had not seen was more similar than somebody else: 0.5 is guessing, 1 without a fault. */
  readonly auc: number;
  /** The true one lies between these in 95 of 100. */
  readonly auc_low: number;
  readonly auc_high: number;
  /** Whether that is better than guessing. */
  readonly informative: boolean;
  /** The heaviest first. */
  readonly weights: readonly LookalikeWeight[];
  /** By hundredths, from everybody to nobody. */
  readonly curve: readonly LookalikePoint[];
  readonly left_out: readonly LeftOut[];
  readonly saved: SavedLookalike | null;
}

export const isInformative = ({ low }: Trial): boolean => low > 0.5;

/** What is told, from what was found. */
export interface ToTell {
  readonly segment: SegmentRow;
  readonly target: Target;
  readonly language: LanguageCode | undefined;
  readonly traits: readonly Trait[];
  readonly leftOut: readonly LeftOut[];
  readonly members: Sample;
  readonly others: Sample;
  readonly weighed: readonly Weighed[];
  readonly trial: Trial;
  readonly steps: readonly Step[];
  readonly saved: SavedLookalike | null;
}

export function told({ segment, members, others, trial, saved, leftOut, ...found }: ToTell): Lookalike {
  const context = { subject: found.target.subject, zone: found.target.clock.zone, language: found.language };
  const weights = found.weighed.flatMap((one) => weightOf(one, found.traits, [members, others], context));
  return {
    segment_id: segment.id,
    name: segment.name,
    learned_from: {
      members: members.size,
      others: others.size,
      held_out: trial.heldOut,
    },
    auc: trial.auc,
    auc_low: trial.low,
    auc_high: trial.high,
    informative: isInformative(trial),
    weights: weights.sort(byWeight),
    curve: curveOf(found.steps),
    left_out: leftOut,
    saved,
  };
}

function weightOf(
  { feature, weight }: Weighed,
  traits: readonly Trait[],
  samples: readonly Sample[],
  context: WordsContext,
): LookalikeWeight[] {
  const trait = traits[feature.trait];
  if (!trait) return [];
  const value = feature.kind === 'value' ? writtenIn(samples, feature.trait, feature.value) : null;
  const per = feature.kind === 'number' ? exact(feature.deviation) : null;
  const kind = feature.kind === 'number' && trait.observed === 'days' ? 'days_ago' : feature.kind;
  const words = weightInWords({ trait, kind, value, per, weight }, context);
  return [{ field: trait.field, label: trait.label, kind, value, weight: exact(weight), per, words }];
}

/** As far as it is the same a moment later, when all dates are a little longer ago. */
const exact = (number: number): number => Number(number.toPrecision(6));

const byWeight = (one: LookalikeWeight, other: LookalikeWeight): number =>
  Math.abs(other.weight) - Math.abs(one.weight) || (one.words < other.words ? -1 : 1);

function writtenIn(samples: readonly Sample[], place: number, value: string): string {
  const columns = samples.flatMap(({ columns }) => columns[place] ?? []);
  const written = columns.flatMap((column) =>
    column.kind === 'texts' ? (column.written.get(value) ?? []) : [],
  );
  return written[0] ?? value;
}

function curveOf(found: readonly Step[]): LookalikePoint[] {
  const byStep = new Map(found.map((step) => [Math.round(step.similarity * steps), step]));
  const points: LookalikePoint[] = [];
  let [reach, members] = [0, 0];
  for (let step = steps - 1; step >= 0; step--) {
    reach += byStep.get(step)?.others ?? 0;
    members += byStep.get(step)?.members ?? 0;
    points.push({ similarity: step / steps, reach, members });
  }
  return points.reverse();
}
