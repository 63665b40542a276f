/** What the pages look like, at every size and in every colour and language, and whether axe finds them accessible. */

import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Demo } from './demo.js';
import { StandInApi, segment } from './stand-in-api.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.start();
}, 120_000);
afterAll(() => demo?.stop());
beforeEach(() => demo.visit());
afterEach(() => expect(demo.complaints).toEqual([]));

/** Set it to a folder to look at the pages. */
const screenshots = process.env.SCREENSHOTS;

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };
/** Every size, colour and language, though not each with each. */
const looks = [
  { viewport: wide, colorScheme: 'light', locale: 'en-GB' },
  { viewport: wide, colorScheme: 'dark', locale: 'de-DE' },
  { viewport: narrow, colorScheme: 'light', locale: 'de-DE' },
  { viewport: narrow, colorScheme: 'dark', locale: 'en-GB' },
] as const;

describe.each(looks)('at $viewport.width, $colorScheme, $locale', (look) => {
  const places: [string, string, (api: StandInApi) => void][] = [
    ['login', '', () => undefined],
    ['empty', '?', () => undefined],
    ['list', '?', (api) => api.segments.push(...many)],
    ['new', '?new', () => undefined],
    ['segment', `?segment=${segment().id}`, (api) => api.segments.push(...many)],
    [
      'broken',
      `?segment=${segment().id}`,
      (api) => api.segments.push(segment({ health: 'broken', words: null })),
    ],
  ];

  test.each(places)('%s can be read and used by everyone', async (name, search, prepare) => {
    await demo.visit(look);
    const api = await demo.standIn();
    prepare(api);
    if (search === '') await demo.page.goto(`${demo.origin}/admin`);
    else await demo.open(`/admin/pages/segments${search}`);
    const heading = demo.page.locator(search === '' ? 'h1' : '.screen h1, .empty');
    await heading.first().waitFor();
    await demo.page.waitForFunction(
      () => !document.querySelector('.waiting, .fading') && document.fonts.status === 'loaded',
    );
    await keep(`${name}-${nameOf(look)}`);
    expect(await demo.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      look.viewport.width,
    );
    const axe = new AxeBuilder({ page: demo.page })
      .exclude('[data-css="sidebar"]')
      .exclude('[data-css="footer"]');
    const { violations } = await axe.analyze();
    expect(violations.map(said)).toEqual([]);
  });

  test.each(['contacts', 'contacts/records/1/edit'])("AdminJS's own %s can be read", async (path) => {
    await demo.visit(look);
    await demo.open(`/admin/resources/${path}`);
    await demo.page
      .getByText(path === 'contacts' ? 'Person 40' : '@')
      .or(demo.page.locator('#email'))
      .first()
      .waitFor();
    await keep(`${path.replaceAll('/', '-')}-${nameOf(look)}`);
    const { violations } = await new AxeBuilder({ page: demo.page }).withRules(['color-contrast']).analyze();
    expect(violations.map(said)).toEqual([]);
  });
});

const said = ({ id, nodes }: { id: string; nodes: { html: string }[] }): string =>
  `${id}: ${nodes.map(({ html }) => html).join(' ')}`;
const nameOf = ({ viewport, colorScheme, locale }: (typeof looks)[number]): string =>
  `${viewport.width}-${colorScheme}-${locale.slice(0, 2)}`;

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const many = [
  segment({
    words:
      'Everyone who is a customer, lives in Berlin, Hamburg or Munich, has placed at least 2 orders in the last 90 days and has opened no e-mail since March.',
  }),
  segment({
    id: '0190c2a0-0000-7000-8000-000000000002',
    name: 'Birthday this month',
    description: null,
    member_count: 1,
    last_calculated_at: daysAgo(1),
  }),
  segment({
    id: '0190c2a0-0000-7000-8000-000000000003',
    name: 'Winback: no order for half a year',
    member_count: 1_052_311,
    last_calculated_at: daysAgo(12),
    health: 'broken',
    words: null,
  }),
  segment({
    id: '0190c2a0-0000-7000-8000-000000000004',
    name: 'Fresh idea',
    description: null,
    member_count: null,
    last_calculated_at: null,
    status: 'paused',
  }),
];

async function keep(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await demo.page.screenshot({ path: `${screenshots}/${name}.png` });
}
