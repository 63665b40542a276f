/** The hostile world as the language sees it. */

import type { RecordType, Subject, Vocabulary } from '../../../src/rule-language/field.js';
import { contact } from './contact.js';
import { schema } from './declaring.js';
import type { DerivedSql } from './derivations.js';
import { activity, booking, company, guest, line, opportunity, order, product, review } from './related.js';

/** The vocabulary; with the derivations' SQL where rules become SQL, without it for the oracle alone. */
export function hostileVocabulary(derivedSql?: DerivedSql): Vocabulary {
  const [contacts, guests] = [contact(derivedSql), guest(derivedSql)];
  const others = [company(derivedSql), opportunity, order, line, product, activity, booking, review];
  const records = [contacts, guests, ...others];
  return {
    subjects: new Map([contacts, guests].map((record) => [record.name, subject(record)])),
    records: new Map(records.map((record) => [record.name, record])),
  };
}

const subject = (record: RecordType): Subject => ({
  name: record.name,
  record,
  ledger: { schema, name: `${record.name}_stay` },
});
