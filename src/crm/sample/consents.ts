/** What the sample's people have agreed to: most readers of the newsletter, some of those who left a number. */

import type { ClientBase } from 'pg';
import sql from 'sql-template-tag';
import { bringInConsents } from '../../index.js';

/**
 * Who gets mail has asked for it, some have had enough since, and a few asked without getting any yet. Nothing is drawn
 * here but from their external ids, so that all else of a sample stays as it is.
 */
export async function giveConsents(client: ClientBase, tenant: number): Promise<void> {
  if (!(await keepsConsents(client))) return;
  const drawn = sql`
    select c.id as subject_id, c.email, c.phone, c.created_at,
      (hashtextextended(c.external_id, 1) & 1023) / 1024.0 as mail, (hashtextextended(c.external_id, 2) & 1023) / 1024.0 as sms,
      (select max(a.occurred_at) from crm.activities a
       where a.tenant_id = c.tenant_id and a.contact_id = c.id and a.channel = 'email') as last_mail_at
    from crm.contacts c where c.tenant_id = ${tenant}`;
  await bringInConsents(
    client,
    { tenant: String(tenant), subject: 'contact', by: 'Sample' },
    sql`select subject_id, 'email' as channel, mail >= 0.08 as opted_in,
          case when mail >= 0.08 then 'newsletter form' else 'link in a mail' end as source,
          case when mail >= 0.08 then created_at else greatest(created_at, last_mail_at) end as at
        from (${drawn}) readers where email is not null and last_mail_at is not null
        union all
        select subject_id, 'email', true, 'guest book', created_at
        from (${drawn}) others where email is not null and last_mail_at is null and mail < 0.25
        union all
        select subject_id, 'sms', sms >= 0.04, case when sms >= 0.04 then 'counter' else 'reply to an SMS' end, created_at
        from (${drawn}) numbers where phone is not null and sms < 0.4`,
  );
}

/** Where the engine is not there yet, the CRM keeps none itself. */
async function keepsConsents(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    `select to_regclass('segmentation.contact_consents') is not null as there`,
  );
  return rows[0]?.there === true;
}
