/** Carries a row out: the people planted, the rule stored as a segment and calculated, its members and its preview. */

import { Temporal } from 'temporal-polyfill';
import { Breakdowns } from '../../src/audience/breakdown.service.js';
import { type Actor, Audience, FullRefresh, Members, permissions, Segments } from '../../src/index.js';
import type { TestApplication } from '../support/application.js';
import { asOf, Planting } from './planting.js';
import type { BuiltOn, RuleRow } from './seed-document.js';

const actor = { id: 'seeds', name: 'Seeds', permissions: new Set(permissions) };

export interface Outcome {
  /** External ids. */
  readonly members: readonly string[];
  readonly previewed: number;
  /** Where the row groups them. */
  readonly groups: Readonly<Record<string, number>>;
}

/** Everybody in `in` and `out` lives in a tenant of the row's own, so that nobody else counts. */
export async function outcomeOf(app: TestApplication, row: RuleRow): Promise<Outcome> {
  const planting = await Planting.in(app, row.quote, actor);
  const subject = row.subject ?? 'contact';
  const everybody = { ...row.in, ...row.out };
  await planting.customFields(row.custom ?? {});
  await (subject === 'company' ? planting.companies(everybody) : planting.contacts(everybody));
  const segments = new SegmentsOf(app, planting.actor, subject);
  const rules = await segments.builtOn(row.rule, row.builtOn ?? {});
  const id = await segments.calculated('The row', rules, [asOf]);
  const request = { subject, rules, asOf: Temporal.Instant.from(asOf), limit: 0 };
  const { count } = await app.nest.get(Audience).preview(planting.actor, request);
  const groups = row.grouped ? await segments.groups(id, row.grouped.by) : {};
  return { members: await segments.members(id), previewed: count, groups };
}

class SegmentsOf {
  constructor(
    private readonly app: TestApplication,
    private readonly actor: Actor,
    private readonly subject: string,
  ) {}

  async calculated(name: string, rules: unknown, instants: readonly string[]): Promise<string> {
    const segment = { name, subject: this.subject, rules, schedule: 'manual' };
    const { id } = await this.app.nest.get(Segments).create(this.actor, segment);
    for (const instant of instants) {
      const { done } = await this.app.nest
        .get(FullRefresh)
        .start(this.actor, id, Temporal.Instant.from(instant));
      const run = await done;
      if (run.status !== 'succeeded') throw new Error(`${run.error_code}: ${run.error_message}`);
    }
    return id;
  }

  async members(id: string): Promise<string[]> {
    const page = { limit: 500, after: undefined };
    const { items } = await this.app.nest
      .get(Members)
      .list(this.actor, id, Temporal.Instant.from(asOf), page);
    return items.map(({ external_id }) => external_id ?? '');
  }

  async groups(id: string, field: string): Promise<Record<string, number>> {
    const instant = Temporal.Instant.from(asOf);
    const { groups } = await this.app.nest.get(Breakdowns).breakdown(this.actor, id, field, instant);
    return Object.fromEntries(groups.map(({ value, count }) => [value, count]));
  }

  /** The rule over the segments that it names, which are made for it. */
  async builtOn(rule: unknown, needed: Readonly<Record<string, BuiltOn>>): Promise<unknown> {
    let text = JSON.stringify(rule);
    for (const [name, { rule: rules, calculated }] of Object.entries(needed)) {
      const id = await this.calculated(name, rules, calculated);
      text = text.replaceAll(JSON.stringify({ segment: name }).slice(1, -1), `"segment":"${id}"`);
    }
    return JSON.parse(text);
  }
}
