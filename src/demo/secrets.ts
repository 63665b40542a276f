/** The demo's secrets: from the environment, else generated once and kept in the data folder. */

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingError } from '../errors.js';

export interface Secrets {
  readonly adminPassword: string;
  readonly apiKey: string;
  readonly sessionSecret: string;
  /** Keys the hashes of suppressed addresses: with another, none of them is recognised any more. */
  readonly consentSecret: string;
  /** What was generated just now, by the name of its variable: shown once. */
  readonly generated: Readonly<Record<string, string>>;
}

interface Kept {
  ADMIN_PASSWORD?: string;
  API_KEY?: string;
  SESSION_SECRET?: string;
  CONSENT_SECRET?: string;
}

export async function provideSecrets(variables: NodeJS.ProcessEnv, dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const kept = await read(file);
  const fresh: Record<string, string> = {};
  const provide = (name: keyof Kept, make: () => string): string => {
    const known = variables[name] || kept[name];
    if (known) return known;
    fresh[name] = make();
    return fresh[name];
  };
  const secrets = {
    adminPassword: provide('ADMIN_PASSWORD', () => randomBytes(12).toString('base64url')),
    apiKey: provide('API_KEY', () => randomBytes(32).toString('base64url')),
    sessionSecret: provide('SESSION_SECRET', () => randomBytes(32).toString('base64url')),
    consentSecret: provide('CONSENT_SECRET', () => randomBytes(32).toString('base64url')),
  };
  if (Object.keys(fresh).length > 0) await keep(file, dataDir, { ...kept, ...fresh });
  const { SESSION_SECRET: _session, CONSENT_SECRET: _consent, ...generated } = fresh;
  return { ...secrets, generated };
}

/** Whoever has them made, sees them. */
export function showOnce({ dataDir }: { readonly dataDir: string }, { generated }: Secrets): void {
  const shown = Object.entries(generated).map(([name, value]) => `  ${name}=${value}`);
  if (shown.length > 0)
    console.error(`Generated, kept in ${dataDir}, and shown this once:\n${shown.join('\n')}`);
}

async function read(file: string): Promise<Kept> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new SettingError(`${file} cannot be read: mend it, or delete it to have new secrets made.`, {
      cause: error,
    });
  }
}

async function keep(file: string, dataDir: string, secrets: Kept): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
}
