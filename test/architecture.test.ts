/** The layout of the house: which folders there are, how they are named, and who may import whom. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { folders, importRules, rootFiles } from './support/import-rules.js';

const project = fileURLToPath(new URL('..', import.meta.url));

/** Each as `rule: from -> to`. */
async function violationsIn(baseDir: string): Promise<string[]> {
  const present = await readdir(baseDir);
  const roots = ['src', 'admin-components'].filter((root) => present.includes(root));
  const rules = {
    validate: true,
    ruleSet: { forbidden: importRules },
    doNotFollow: { path: 'node_modules' },
  };
  // Imports of types count as well, and packages are looked up as Node does.
  const lookUp = { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] };
  const { output } = await cruise(roots, { baseDir, ...rules, tsPreCompilationDeps: true }, lookUp);
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
}

async function sourcesIn(root: string): Promise<string[]> {
  const entries = await readdir(join(project, root), { recursive: true });
  return entries.filter((entry) => /\.tsx?$/.test(entry)).map((entry) => join(project, root, entry));
}

describe('the layout', () => {
  const vague = /^(utils?|helpers?|common|misc|shared|v2)(\.|$)/;

  it('has no top-level folder beyond the agreed ones', async () => {
    const made = ['node_modules', 'dist', 'coverage', 'reports'];
    const entries = await readdir(project, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    const agreed = ['src', 'admin-components', 'migrations', 'test', ...made];
    expect(names.filter((name) => !agreed.includes(name))).toEqual([]);
  });

  it('has no room in src that the import rules do not know', async () => {
    const known: readonly string[] = [...folders, ...rootFiles, 'errors.ts'];
    const names = await readdir(join(project, 'src'));
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(['src', 'admin-components', 'migrations', 'test'])('names nothing in %s vaguely', async (root) => {
    const entries = await readdir(join(project, root), { recursive: true }).catch(() => []);
    const names = entries.flatMap((entry) => entry.split('/').map((name) => ({ entry, name })));
    expect(names.filter(({ name }) => vague.test(name)).map(({ entry }) => entry)).toEqual([]);
  });

  it('installs from any registry: the lock file names none', async () => {
    const lock = await readFile(join(project, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
  });

  it('needs no forwardRef', async () => {
    const files = await sourcesIn('src');
    const texts = await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })),
    );
    expect(texts.filter(({ text }) => text.includes('forwardRef')).map(({ file }) => file)).toEqual([]);
  });

  it('imports only what the rules allow', async () => {
    expect(await violationsIn(project)).toEqual([]);
  });
});

describe('the import rules', () => {
  /** [rule, importing file, imported file] */
  const planted = [
    ['order', 'src/access/a.ts', 'src/segments/b.ts'],
    ['order', 'src/consent/a.ts', 'src/members/b.ts'],
    ['order', 'src/events/a.ts', 'src/segments/b.ts'],
    ['order', 'src/accounts/a.ts', 'src/rules/b.ts'],
    ['order', 'src/segments/a.ts', 'src/members/b.ts'],
    ['order', 'src/members/a.ts', 'src/segmentation.options.ts'],
    ['order', 'src/command-line/a.ts', 'src/index.ts'],
    ['rule-language-stands-alone', 'src/rule-language/a.ts', 'src/errors.ts'],
    ['rule-language-stands-alone', 'src/rule-language/a.ts', 'src/catalogue/b.ts'],
    ['errors-stand-alone', 'src/errors.ts', 'src/rule-language/b.ts'],
    ['refresh-is-started-by-few', 'src/campaigns/a.ts', 'src/refresh/b.ts'],
    ['refresh-is-started-by-few', 'src/performance/a.ts', 'src/refresh/b.ts'],
    ['crm-is-a-stranger', 'src/crm/a.ts', 'src/segments/b.ts'],
    ['crm-is-a-stranger', 'src/crm/a.ts', 'src/errors.ts'],
    ['nobody-imports-the-back-office', 'src/crm/a.ts', 'src/back-office/b.ts'],
    ['nobody-imports-the-back-office', 'src/segmentation.module.ts', 'src/back-office/b.ts'],
    ['nobody-imports-crm-or-demo', 'src/segmentation.module.ts', 'src/crm/b.ts'],
    ['nobody-imports-the-demo', 'src/crm/a.ts', 'src/demo/b.ts'],
    ['screens-know-the-language-only', 'admin-components/a.tsx', 'src/errors.ts'],
    ['screens-know-the-language-only', 'admin-components/a.tsx', 'src/segments/b.ts'],
    ['nobody-imports-screens', 'src/back-office/a.ts', 'admin-components/b.tsx'],
    ['no-cycles', 'src/rules/back.ts', 'src/rules/circle.ts'],
    ['no-cycles', 'src/members/member.service.ts', 'src/members/member.entity.ts'],
  ] as const;

  /** The other halves of the circles, each of which is reported once. */
  const circles = [
    ['src/rules/circle.ts', 'src/rules/back.ts'],
    ['src/members/member.entity.ts', 'src/members/member.service.ts'],
  ] as const;

  const allowed = [
    ['src/segments/a.ts', 'src/rule-language/b.ts'],
    ['src/segments/a.ts', 'src/errors.ts'],
    ['src/consent/a.ts', 'src/access/b.ts'],
    ['src/segmentation.module.ts', 'src/refresh/b.ts'],
    ['src/command-line/a.ts', 'src/refresh/b.ts'],
    ['src/back-office/a.ts', 'src/refresh/b.ts'],
    ['src/crm/a.ts', 'src/index.ts'],
    ['src/demo/a.ts', 'src/back-office/b.ts'],
    ['src/demo/a.ts', 'src/crm/b.ts'],
    ['admin-components/a.tsx', 'src/rule-language/b.ts'],
    ['src/crm/order.entity.ts', 'src/crm/contact.entity.ts'],
    ['src/crm/contact.entity.ts', 'src/crm/order.entity.ts'],
  ] as const;

  let house: string;
  let found: string[];

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'house-'));
    await build([...planted.map(([, from, to]) => [from, to] as const), ...circles, ...allowed]);
    found = await violationsIn(house);
  });

  afterAll(() => rm(house, { recursive: true, force: true }));

  /** Imports of types only, which count as much as any other. */
  async function build(imports: readonly (readonly [string, string])[]): Promise<void> {
    const texts = new Map<string, string>();
    for (const [from, to] of imports) {
      const path = `${'../'.repeat(from.split('/').length - 1)}${to.replace(/\.tsx?$/, '.js')}`;
      texts.set(from, `${texts.get(from) ?? ''}export type { It as It${texts.size} } from './${path}';\n`);
      texts.set(to, `${texts.get(to) ?? ''}`);
    }
    for (const [file, text] of texts) {
      await mkdir(dirname(join(house, file)), { recursive: true });
      await writeFile(join(house, file), `${text}export interface It {}\n`);
    }
  }

  it.each(planted)('%s: refuse %s -> %s', (rule, from, to) => {
    expect(found).toContain(`${rule}: ${from} -> ${to}`);
  });

  it.each(allowed)('allow %s -> %s', (from, to) => {
    expect(found.filter((violation) => violation.endsWith(`${from} -> ${to}`))).toEqual([]);
  });

  it('refuse nothing else', () => {
    const pairs = new Set(planted.map(([, from, to]) => `${from} -> ${to}`));
    expect(found.filter((violation) => !pairs.has(violation.replace(/^[^:]+: /, '')))).toEqual([]);
  });
});
