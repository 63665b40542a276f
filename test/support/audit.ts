/** An audit that takes no entries. */

import type { TestApplication } from './application.js';

/** Whatever has to be written down meanwhile fails. */
export async function whileAuditRefuses(app: TestApplication, work: () => Promise<unknown>): Promise<void> {
  await app.query(
    `create function crm.refuse_entry() returns trigger language plpgsql as $$ begin raise 'no entry'; end $$;
     create trigger refuse before insert on segmentation.audit for each row execute function crm.refuse_entry()`,
  );
  try {
    await work();
  } finally {
    await app.query('drop trigger refuse on segmentation.audit; drop function crm.refuse_entry()');
  }
}
