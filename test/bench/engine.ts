/** The product's side: its catalogue over the CRM, its compiler, and its own session. */

import { DataSource } from 'typeorm';
import { TenantDatabase } from '../../src/access/tenant-database.js';
import { type Ask, evaluationOpening } from '../../src/audience/evaluation.js';
import { crmCatalogue } from '../../src/crm/catalogue.js';
import { crmEntities } from '../../src/crm/entities.js';
import { buildVocabulary } from '../../src/index.js';
import type { Checked } from '../../src/rule-language/checked.js';
import { parseRule } from '../../src/rule-language/parse.js';
import type { Target } from '../../src/rule-language/to-sql/compile.js';
import { asOf, bigTenant } from './world/size.js';

export interface Engine {
  readonly target: Target;
  understood(rule: unknown): Checked;
  /** Everything asked runs on one connection, with the settings that rules are evaluated with. */
  evaluating<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
}

export async function openEngine(url: string): Promise<Engine> {
  const dataSource = await new DataSource({ type: 'postgres', url, entities: [...crmEntities] }).initialize();
  const vocabulary = buildVocabulary(crmCatalogue, dataSource);
  const subject = vocabulary.subjects.get('contact');
  if (!subject) throw new Error('The CRM has no contacts to ask about.');
  const clock = { asOf, zone: 'UTC', weekStart: 'monday', leapDay: 'february_28' } as const;
  return {
    target: { subject, vocabulary, tenant: bigTenant, clock },
    understood: (rule) => {
      const parsed = parseRule(rule, { vocabulary, subject: 'contact', segment: () => undefined });
      if (!parsed.ok) throw new Error(`Refused: ${JSON.stringify(parsed.problems)}`);
      return parsed.checked;
    },
    evaluating: (work) => evaluating(new TenantDatabase(dataSource), work),
    end: () => dataSource.destroy(),
  };
}

const evaluating = <Result>(database: TenantDatabase, work: (ask: Ask) => Promise<Result>): Promise<Result> =>
  database.within(
    bigTenant,
    (manager) => work(({ text, values }) => manager.query(text, [...values])),
    evaluationOpening,
  );
