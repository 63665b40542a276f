/** All areas of the conformance table. */

import { anniversaries } from './areas/anniversaries.js';
import { averages } from './areas/averages.js';
import { calendarDays } from './areas/calendar-days.js';
import { clockTimes } from './areas/clock-times.js';
import { collections } from './areas/collections.js';
import { counts } from './areas/counts.js';
import { dateReferences } from './areas/date-references.js';
import { dates } from './areas/dates.js';
import { declaredFields } from './areas/declared-fields.js';
import { extremes } from './areas/extremes.js';
import { firstAndLast } from './areas/first-and-last.js';
import { gaps } from './areas/gaps.js';
import { groups } from './areas/groups.js';
import { json } from './areas/json.js';
import { keptBeside } from './areas/kept-beside.js';
import { measureReferences } from './areas/measure-references.js';
import { missing } from './areas/missing.js';
import { monthEnds } from './areas/month-ends.js';
import { movedReferences } from './areas/moved-references.js';
import { nested } from './areas/nested.js';
import { numbers } from './areas/numbers.js';
import { oddZones } from './areas/odd-zones.js';
import { options } from './areas/options.js';
import { pathsToCollections } from './areas/paths-to-collections.js';
import { periods } from './areas/periods.js';
import { points } from './areas/points.js';
import { rankedMeasures } from './areas/ranked-measures.js';
import { ranks } from './areas/ranks.js';
import { references } from './areas/references.js';
import { rolling } from './areas/rolling.js';
import { secondSteps } from './areas/second-steps.js';
import { segments } from './areas/segments.js';
import { shares } from './areas/shares.js';
import { textReferences } from './areas/text-references.js';
import { texts } from './areas/texts.js';
import { through } from './areas/through.js';
import { toOne } from './areas/to-one.js';
import { values } from './areas/values.js';
import { weeks } from './areas/weeks.js';
import { zones } from './areas/zones.js';
import type { Scene } from './scene.js';

export const areas = {
  texts,
  options,
  numbers,
  missing,
  json,
  keptBeside,
  toOne,
  dates,
  clockTimes,
  rolling,
  calendarDays,
  monthEnds,
  zones,
  oddZones,
  weeks,
  periods,
  anniversaries,
  points,
  references,
  textReferences,
  dateReferences,
  movedReferences,
  measureReferences,
  counts,
  averages,
  extremes,
  values,
  firstAndLast,
  shares,
  gaps,
  collections,
  through,
  nested,
  secondSteps,
  pathsToCollections,
  ranks,
  rankedMeasures,
  segments,
  groups,
  declaredFields,
} satisfies Record<string, readonly Scene[]>;

export const scenes: readonly Scene[] = Object.values(areas).flat();
