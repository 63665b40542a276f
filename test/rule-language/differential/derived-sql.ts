/** The SQL halves of the hostile world's derived fields. */

import sql, { type Sql } from 'sql-template-tag';
import type { DerivedSql } from '../hostile-world/hostile-world.js';

const age = (birthday: Sql | undefined, today: Sql): Sql =>
  sql`case when ${birthday} <= ${today} then extract(year from ${today}) - extract(year from ${birthday})
    - case when (extract(month from ${today}), extract(day from ${today}))
      < (extract(month from ${birthday}), extract(day from ${birthday})) then 1 else 0 end end`;

export const derivedSql: DerivedSql = {
  age: ([birthday], { today }) => age(birthday, today),
  is_adult: ([birthday], { today }) => sql`coalesce((${age(birthday, today)}) >= 18, false)`,
  days_since: ([instant], { today, zone }) =>
    sql`(${today} - (${instant} at time zone ${zone})::date)::numeric`,
  email_domain: ([email]) => sql`substring(${email} from '@([^@]*)$')`,
  first_of_month: ([date]) => sql`date_trunc('month', ${date}::timestamp)::date`,
  later: ([first, second]) =>
    sql`case when ${first} is not null and ${second} is not null then greatest(${first}, ${second}) end`,
  difference: ([first, second]) => sql`(${first}::numeric - ${second}::numeric)`,
  is_known: ([text]) => sql`${text} is not null`,
};
