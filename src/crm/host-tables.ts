/** Which tables of the CRM requests need beyond the catalogue's, which they read. */

import type { DataSource } from 'typeorm';
import type { HostTables } from '../index.js';
import { crmRecords } from './records.js';

/** A tenant's settings are looked up; the back office and imports change the records. */
export const crmTables = (dataSource: DataSource): HostTables => ({
  read: ['crm.tenants'],
  changed: crmRecords.map(({ entity }) => dataSource.getMetadata(entity).tablePath),
});
