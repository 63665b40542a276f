/** What the demo reads from its environment. Imported first, since libraries look at NODE_ENV while they load. */

import { isIP } from 'node:net';
import { SettingError } from '../errors.js';

process.env.NODE_ENV ??= 'production';

export interface Environment {
  readonly port: number;
  /** Without it the embedded PostgreSQL is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly adminEmail: string;
  /** Contacts to make in an empty CRM, in total; 0 for none. */
  readonly demoData: number;
  /** IANA, for tenants that are made. */
  readonly tenantTimeZone: string;
  /** Whose word is taken for a caller's address, as Express has it: how many proxies, or their addresses. */
  readonly trustProxy: number | string | undefined;
}

export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  return {
    port: portOf(variables.PORT || '3000'),
    databaseUrl: variables.DATABASE_URL || undefined,
    dataDir: variables.DATA_DIR || '.data',
    adminEmail: variables.ADMIN_EMAIL || 'admin@example.com',
    demoData: demoDataOf(variables.DEMO_DATA || '5000'),
    tenantTimeZone: zoneOf(variables.TENANT_TIME_ZONE || 'Europe/Berlin'),
    trustProxy: proxyOf(variables.TRUST_PROXY || ''),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new SettingError(`PORT is "${text}": set it to a number from 1 to 65535.`);
}

function demoDataOf(text: string): number {
  if (text === 'none') return 0;
  if (/^\d{1,8}$/.test(text)) return Number(text);
  throw new SettingError(`DEMO_DATA is "${text}": set it to a number of contacts, or to none.`);
}

function zoneOf(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch (cause) {
    throw new SettingError(`TENANT_TIME_ZONE is "${text}": set it to an IANA zone such as Europe/Berlin.`, {
      cause,
    });
  }
}

function proxyOf(text: string): number | string | undefined {
  if (text === '' || /^\d$/.test(text)) return text === '' ? undefined : Number(text);
  const names = text.split(',').map((part) => part.trim());
  if (names.every((name) => named.includes(name) || isNetwork(name))) return names.join(',');
  throw new SettingError(
    `TRUST_PROXY is "${text}": set it to the number of proxies in front, or to their addresses or networks.`,
  );
}

/** Networks that Express knows by name. */
const named = ['loopback', 'linklocal', 'uniquelocal'];

const isNetwork = (text: string): boolean => isIP(text.replace(/\/\d{1,3}$/, '')) !== 0;
