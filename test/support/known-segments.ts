/** Facts that others have computed without SQL: how many a rule matches, and a hash of who they are. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Actor, FullRefresh, Members, permissions, Segments } from '../../src/index.js';
import { sharedData } from './shared-data.js';

interface Services {
  get<Service>(type: abstract new (...args: never[]) => Service): Service;
}

export interface KnownSegment {
  readonly id: string;
  readonly definition: string;
  readonly count: number;
  readonly members_sha256: string;
}

/** The facts of a data set by their ids; those without members are left out. */
export function knownSegments(dataSet: string): ReadonlyMap<string, KnownSegment> {
  const file = join(sharedData(dataSet).folder, 'known-segments.json');
  const facts: KnownSegment[] = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(facts.filter(({ count }) => count !== undefined).map((fact) => [fact.id, fact]));
}

const actor: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set(permissions) };

/** Stored as a segment, calculated as of an instant: its members as they are counted, and as their list has them. */
export async function membersByRule(
  services: Services,
  name: string,
  subject: string,
  rules: unknown,
  asOf: string,
) {
  const instant = Temporal.Instant.from(asOf);
  const { id } = await services.get(Segments).create(actor, { name, subject, rules, schedule: 'manual' });
  const { done } = await services.get(FullRefresh).start(actor, id, instant);
  const run = await done;
  const members: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await services.get(Members).list(actor, id, instant, { limit: 500, after });
    members.push(...page.items.map((member) => member.external_id ?? ''));
    if (page.next_cursor === null) return { run, members: members.sort(), total: page.total };
    after = page.next_cursor;
  }
}

export const hashOf = (members: readonly string[]): string =>
  createHash('sha256').update(members.join('\n')).digest('hex');
