/** A database with everything the demo needs and a small sample in it: made once a run. */

import { DataSource } from 'typeorm';
import { seedSample } from '../../src/crm/sample/seed-sample.js';
import { connectionTo, migrate } from '../../src/demo/prepare.js';
import type { Template } from './database.js';

/** The sample ends here. */
export const sampleEnds = new Date('2026-03-01T12:00:00Z');

/** Tenant 1 is a restaurant (39 contacts), 2 a car dealer (15), 3 an agency (6), all in Berlin. */
export const sample: Template = {
  name: 'sample',
  async build(url) {
    await migrate(url, () => undefined);
    const dataSource = await new DataSource(connectionTo(url)).initialize();
    await seedSample(dataSource, { contacts: 60, seed: 1, asOf: sampleEnds, zone: 'Europe/Berlin' });
    await dataSource.query('analyze');
    await dataSource.destroy();
  },
};
