/** Bundles the back office's screens from `admin-components` into `dist/admin-components`, when something has changed. */

import { copyFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { build } from 'esbuild';
import { project } from './run.mjs';

const from = `${project}/admin-components`;
const to = `${project}/dist/admin-components`;

const fontLicence = `${project}/node_modules/@fontsource-variable/inter/LICENSE`;

/** What AdminJS's own bundles have put on the window: a second React would not see the first one's context. */
const globals = {
  react: 'React',
  'react-dom': 'ReactDOM',
  'react-router': 'ReactRouter',
  'react-router-dom': 'ReactRouterDOM',
  'react-redux': 'ReactRedux',
  adminjs: 'AdminJS',
  '@adminjs/design-system': 'AdminJSDesignSystem',
  '@adminjs/design-system/styled-components': 'styled',
};

const fromWindow = {
  name: 'from-window',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path }) =>
      Object.hasOwn(globals, path) ? { path, namespace: 'window' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'window' }, ({ path }) => ({
      contents: `module.exports = window.${globals[path]}`,
    }));
  },
};

/** Resolves to what is wrong, as `build` of the sources does. */
export async function bundleScreens() {
  if (await isCurrent()) return [];
  // Beside its place first: another process never serves half of it.
  const half = `${to}.${process.pid}`;
  try {
    await build({
      absWorkingDir: project,
      entryPoints: ['start.ts', 'screens.tsx', 'style.css', 'icon.svg'].map((name) => `${from}/${name}`),
      outdir: half,
      bundle: true,
      format: 'iife',
      target: 'es2022',
      jsx: 'automatic',
      minify: true,
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      loader: { '.svg': 'copy', '.woff2': 'file' },
      plugins: [fromWindow],
      logLevel: 'silent',
    });
    // The font is another's, and goes with its licence.
    await copyFile(fontLicence, `${half}/inter-licence.txt`);
    await rm(to, { recursive: true, force: true });
    await rename(half, to);
    return [];
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    return [`The screens cannot be bundled: ${error.message}`];
  }
}

async function isCurrent() {
  const sources = [
    ...(await files(from)),
    ...(await files(`${project}/src/rule-language`)),
    `${project}/src/demo/screens.mjs`,
    `${project}/package-lock.json`,
  ];
  const changed = Math.max(...(await Promise.all(sources.map(changedAt))));
  return (await changedAt(`${to}/screens.js`)) > changed;
}

const files = async (folder) =>
  (await readdir(folder, { recursive: true })).map((name) => `${folder}/${name}`);

/** 0 for a file that is not there. */
const changedAt = (path) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
