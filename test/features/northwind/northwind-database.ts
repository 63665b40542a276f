/** A database that holds Northwind, just as it is published. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import type { Template } from '../../support/database.js';
import { sharedData } from '../../support/shared-data.js';

export const northwind: Template = { name: 'northwind', build: loadNorthwind };

export async function loadNorthwind(url: string): Promise<void> {
  const packed = await readFile(join(sharedData('northwind').folder, 'northwind.sql.gz'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(gunzipSync(packed).toString());
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
