/** The guide in the README as a reader follows it, so that it cannot say what does not work. */

import { readFile } from 'node:fs/promises';

export interface Guide {
  /** What goes into the host's `package.json`. */
  readonly manifest: Record<string, unknown>;
  /** The files that it writes, by their names. */
  readonly files: ReadonlyMap<string, string>;
  /** What it has typed into a shell, block by block. */
  readonly commands: readonly string[];
}

export async function readGuide(): Promise<Guide> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = /^## Embedding\n([\s\S]*?)^## /m.exec(readme) ?? [];
  const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const written = (wanted: string): string[] =>
    blocks.flatMap(([, language, text = '']) => (language === wanted ? [text] : []));
  return {
    manifest: Object.assign({}, ...written('json').map((text) => JSON.parse(text))),
    files: new Map(written('ts').map((text) => [nameOf(text), text])),
    commands: written('sh'),
  };
}

function nameOf(text: string): string {
  const [, name] = /^\/\/ (src\/\S+\.ts)\n/.exec(text) ?? [];
  if (!name) throw new Error(`A file of the guide begins with its name, as in “// src/main.ts”: ${text}`);
  return name;
}
