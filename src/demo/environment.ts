/** What the demo reads from its environment. Imported first, since libraries look at NODE_ENV while they load. */

import { SettingError } from '../errors.js';

process.env.NODE_ENV ??= 'production';

export interface Environment {
  readonly port: number;
  /** Without it the embedded PostgreSQL is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  return {
    port: portOf(variables.PORT || '3000'),
    databaseUrl: variables.DATABASE_URL || undefined,
    dataDir: variables.DATA_DIR || '.data',
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new SettingError(`PORT is "${text}": set it to a number from 1 to 65535.`);
}
