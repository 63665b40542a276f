/** Templates of a host that refer to each other: an application starts only on those that can be made. */

import { expect, it } from '@jest/globals';
import type { SegmentTemplate } from '../../../../src/index.js';
import { shippedTemplates } from '../../../../src/segments/templates/shipped/templates.js';
import { Templates } from '../../../../src/segments/templates/templates.service.js';

const naming = (id: string, ...names: readonly string[]): SegmentTemplate => ({
  id,
  subject: 'contact',
  name: { en: id, de: id },
  purpose: { en: id, de: id },
  icon: 'Star',
  parameters: {},
  rule: {
    match: 'all',
    rules: [
      { everyone: true },
      ...names.map((template) => ({ segment: { template }, operator: 'is_member' })),
    ],
  },
});

/** As Nest starts it; the catalogue is not asked. */
const start = (templates: readonly SegmentTemplate[]) => () =>
  new Templates({ templates }, undefined as never).onModuleInit();

it.each<[string, readonly SegmentTemplate[]]>([
  ['the shipped ones', shippedTemplates],
  ['none', []],
  ['ones that end in the same', [naming('a', 'b', 'c'), naming('b', 'c'), naming('c')]],
])('starts on %s', (_which, templates) => {
  expect(start(templates)).not.toThrow();
});

it.each<[string, readonly SegmentTemplate[], string]>([
  [
    'one that names itself',
    [naming('a', 'a')],
    'Templates name each other in a circle, “a” → “a”: let one of them name no template.',
  ],
  [
    'a circle that others lead to',
    [naming('a', 'b'), naming('b', 'd', 'c'), naming('c', 'b'), naming('d')],
    'Templates name each other in a circle, “b” → “c” → “b”: let one of them name no template.',
  ],
  [
    'one that is not offered',
    shippedTemplates.filter(({ id }) => id !== 'vip'),
    'The template “just_reached_vip” names the template “vip”, which is not offered: offer that as well, or leave both out.',
  ],
])('does not start on %s', (_which, templates, message) => {
  expect(start(templates)).toThrow(expect.objectContaining({ code: 'templates.invalid', message }));
});
