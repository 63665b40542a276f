/**
 * What a mutant of the compiler has to get past: the conformance table, the failures of the past, seeded rules; then,
 * since a mutant may answer rightly at a higher cost, the shapes of statements.
 */

import { accepted, written } from '../accepted-statements.js';
import { judged } from '../conformance/judged.js';
import { readers as conforming } from '../conformance/readers.js';
import { answered, questions } from '../conformance/singled-out.js';
import { scenes } from '../conformance/table.js';
import { shapes } from '../statements/shapes.js';
import { judgedCase, readers as seeded, seededCases } from './seeded-rules.js';

export interface Check {
  /** Unique. */
  readonly name: string;
  /** Throws, or resolves to false, when something is wrong. */
  holds(): Promise<boolean>;
}

export async function checks(): Promise<readonly Check[]> {
  const rows = scenes.flatMap((scene) =>
    scene.rows.map((row, index) => check(`${scene.title}, row ${index + 1}`, () => judged(row, scene))),
  );
  const singled = questions.map((question) => check(question.name, () => answered(question)));
  const cases = await seededCases();
  return [
    ...rows,
    ...singled,
    ...cases.map((asked, index) => check(`rule ${index + 1}`, () => judgedCase(asked))),
    ...shapes.map((shape) => {
      const expected = accepted(shape);
      return check(`statement: ${shape.promise}`, async () => ({ found: written(shape), expected }));
    }),
  ];
}

const check = (name: string, judge: () => Promise<{ found: unknown; expected: unknown }>): Check => ({
  name,
  holds: async () => {
    const { found, expected } = await judge();
    return JSON.stringify(found) === JSON.stringify(expected);
  },
});

/** After a run in which everything held. */
export function keep(): void {
  for (const readers of [conforming, seeded]) readers.remembered.keep();
}

export async function end(): Promise<void> {
  for (const readers of [conforming, seeded]) await readers.end();
}
