/** The import rules of this project as dependency-cruiser rules: who may know whom. */

import type { IForbiddenRuleType } from 'dependency-cruiser';

/** In this order: a folder may import the folders before it, and no others. */
export const folders = [
  'rule-language',
  'csv',
  'access',
  'consent',
  'events',
  'accounts',
  'custom-fields',
  'catalogue',
  'rules',
  'segments',
  'members',
  'personal-data',
  'audience',
  'refresh',
  'outcomes',
  'campaigns',
  'automations',
  'performance',
  'command-line',
  'back-office',
  'crm',
  'demo',
] as const;

/** The root module binds what the folders need; they never look back at it. */
export const rootFiles = ['index.ts', 'segmentation.module.ts', 'segmentation.options.ts'] as const;

const ours = '^(src|admin-components)/';
const oneOf = (names: readonly string[]): string => `(${names.join('|').replaceAll('.', '\\.')})`;
const rootFile = `^src/${oneOf(rootFiles)}$`;

const order: IForbiddenRuleType[] = folders.flatMap((folder, place) => {
  const later = folders.slice(place + 1);
  const barred = later.length > 0 ? [`^src/${oneOf(later)}/`] : [];
  // The demo puts everything together, and the CRM is a host: both start from the root.
  if (folder !== 'demo' && folder !== 'crm') barred.push(rootFile);
  return barred.length > 0
    ? [{ name: 'order', severity: 'error', from: { path: `^src/${folder}/` }, to: { path: barred } }]
    : [];
});

export const importRules: IForbiddenRuleType[] = [
  ...order,
  {
    name: 'no-cycles',
    comment:
      'Two entities that are related name each other, as TypeORM has it; a cycle beyond entities is one too many.',
    severity: 'error',
    from: { pathNot: '\\.entity\\.ts$' },
    to: { circular: true },
  },
  {
    name: 'rule-language-stands-alone',
    severity: 'error',
    from: { path: '^src/rule-language/' },
    to: { path: ours, pathNot: '^src/rule-language/' },
  },
  {
    name: 'rule-language-is-pure',
    severity: 'error',
    from: { path: '^src/rule-language/' },
    to: { path: ['(^|/)node_modules/(@nestjs|typeorm|pg|pg-[^/]+)/', '^(@nestjs|typeorm|pg)(/|$)'] },
  },
  {
    name: 'errors-stand-alone',
    severity: 'error',
    from: { path: '^src/errors\\.ts$' },
    to: { path: ours },
  },
  {
    name: 'refresh-is-started-by-few',
    comment: 'Campaigns and performance read the members; saving a segment marks it due.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: [rootFile, `^src/${oneOf(['refresh', 'command-line', 'back-office', 'demo'])}/`],
    },
    to: { path: '^src/refresh/' },
  },
  {
    name: 'crm-is-a-stranger',
    comment: 'Reading CSV is no part of the engine: both do it.',
    severity: 'error',
    from: { path: '^src/crm/' },
    to: { path: ours, pathNot: ['^src/(crm|csv)/', '^src/index\\.ts$'] },
  },
  {
    name: 'nobody-imports-the-back-office',
    comment: 'Only the demo, which is a host of it as it is of everything else.',
    severity: 'error',
    from: { path: ours, pathNot: '^src/(back-office|demo)/' },
    to: { path: '^src/back-office/' },
  },
  {
    name: 'nobody-imports-crm-or-demo',
    severity: 'error',
    from: { path: ours, pathNot: '^src/(crm|demo)/' },
    to: { path: '^src/(crm|demo)/' },
  },
  {
    name: 'nobody-imports-the-demo',
    severity: 'error',
    from: { path: ours, pathNot: '^src/demo/' },
    to: { path: '^src/demo/' },
  },
  {
    name: 'screens-know-the-language-only',
    severity: 'error',
    from: { path: '^admin-components/' },
    to: { path: ours, pathNot: ['^admin-components/', '^src/rule-language/'] },
  },
  {
    name: 'nobody-imports-screens',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^admin-components/' },
  },
  {
    name: 'imports-lead-somewhere',
    severity: 'error',
    from: { path: ours },
    to: { couldNotResolve: true },
  },
];
