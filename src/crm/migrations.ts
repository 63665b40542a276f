/** Where the CRM's own migrations are; the engine's machinery runs them. */

import { fileURLToPath } from 'node:url';
import type { MigrationSet } from '../index.js';

export const crmMigrations: MigrationSet = {
  folder: fileURLToPath(new URL('../../migrations/crm/', import.meta.url)),
  schema: 'crm',
};
