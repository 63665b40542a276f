/** Which fields people are compared by, by what the catalogue says of them. */

import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { buildVocabulary } from '../../../src/catalogue/build.js';
import type { FieldDeclaration } from '../../../src/catalogue/declaration.js';
import { mostTraits, usualTraits } from '../../../src/performance/traits/traits.js';
import type { Target } from '../../../src/rule-language/to-sql/compile.js';
import { raw } from '../../../src/rule-language/to-sql/sql.js';
import { fieldNamed } from '../../../src/rule-language/to-sql/subjects.js';

/** Of guests with these fields beside those that every guest has. */
function traitsOf(fields: Readonly<Record<string, FieldDeclaration>>, asked?: ReadonlySet<string>) {
  const vocabulary = buildVocabulary({
    subjects: {
      guest: {
        table: 'guests',
        key: { id: 'uuid' },
        tenant: 'shared',
        display: 'called',
        externalId: 'code',
        roles: { email: 'mail', gender: 'sex' },
        fields: {
          id: 'uuid',
          called: 'text',
          code: 'text',
          mail: 'text',
          sex: 'text',
          city: 'text',
          ...fields,
        },
        collections: { visits: { of: 'visit', on: [{ from: 'id', to: 'guest_id' }] } },
        metrics: {
          visit_count: { related: 'visits', measure: 'count' },
          confessions: { related: 'visits', measure: 'count', sensitive: true },
          worst_pulse: { related: 'visits', measure: 'maximum', of: 'pulse' },
        },
        derived: {
          title: {
            type: 'text',
            inputs: ['sex'],
            derivation: {
              timeRelative: false,
              sql: ([sex = raw('null')]) => sex,
              evaluate: ([sex = null]) => sex,
            },
          },
        },
      },
    },
    records: {
      visit: {
        table: 'visits',
        key: { id: 'uuid' },
        tenant: 'shared',
        fields: { guest_id: 'uuid', pulse: { columnType: 'integer', sensitive: true } },
      },
    },
  });
  const subject = vocabulary.subjects.get('guest');
  if (!subject) throw new Error('There are guests.');
  const clock = {
    asOf: Temporal.Now.instant(),
    zone: 'UTC',
    weekStart: 'monday',
    leapDay: 'march_1',
  } as const;
  const target: Target = { subject, vocabulary, tenant: '1', clock };
  const { traits, leftOut } = usualTraits(subject, (field) => fieldNamed(field, target), asked);
  return {
    traits: traits.map(({ field }) => field),
    leftOut: Object.fromEntries(leftOut.map(({ field, reason }) => [field, reason])),
  };
}

it('are those that neither identify anybody nor are sensitive, nor measured or derived of what is', () => {
  const own = {
    faith: { columnType: 'text', sensitive: true },
    seen_at: 'timestamptz',
    place: { type: 'point', point: { latitude: 'lat', longitude: 'lng' } },
    likes: 'text[]',
  } as const;
  expect(traitsOf(own, new Set(['guest.city']))).toEqual({
    traits: ['seen_at', 'likes', 'visit_count'],
    leftOut: {
      id: 'identifying',
      called: 'identifying',
      code: 'identifying',
      mail: 'identifying',
      sex: 'sensitive',
      title: 'sensitive',
      faith: 'sensitive',
      confessions: 'sensitive',
      worst_pulse: 'sensitive',
      email_opt_in: 'sensitive',
      city: 'rule',
    },
  });
});

it('are so many and no more, and the others are told', () => {
  const numbers = Object.fromEntries(Array.from({ length: 100 }, (_none, n) => [`n${n}`, 'integer']));
  const { traits, leftOut } = traitsOf(numbers);
  expect(traits).toHaveLength(mostTraits);
  expect(Object.values(leftOut).filter((reason) => reason === 'too_many')).toHaveLength(102 - mostTraits);
});
