/** Answers the screens' requests from memory, where a test wants a state that the real API is slow to get into. */

import type { Page, Request, Route } from 'playwright-core';

export interface StoredSegment {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly subject: string;
  readonly type: string;
  readonly status: string;
  readonly health: string;
  readonly rules: unknown;
  readonly words: string | null;
  readonly member_count: number | null;
  readonly last_calculated_at: string | null;
  readonly updated_at: string;
  readonly updated_by: string;
  readonly version: number;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

type Answer = { readonly status: number; readonly json?: unknown; readonly delay?: number };

const words = 'Everyone who is a customer and has placed at least 2 orders in the last 90 days.';
const names = ['Ada Lovelace', 'Grace Hopper', 'Édith Piaf', 'Zoë Müller', 'Alan Turing', 'Şule Öztürk'];

export const problem = (status: number, code: string, detail: string, problems?: unknown): Answer => ({
  status,
  json: { type: 'about:blank', title: 'Problem', status, code, detail, ...(problems ? { problems } : {}) },
});

export function segment(changes: Partial<StoredSegment> = {}): StoredSegment {
  return {
    id: '0190c2a0-0000-7000-8000-000000000001',
    name: 'Returning guests',
    description: 'For the autumn menu',
    subject: 'contact',
    type: 'dynamic',
    status: 'active',
    health: 'ok',
    rules: { match: 'all', rules: [{ field: 'status', operator: 'equals', value: 'customer' }] },
    words: 'Everyone whose status is customer.',
    member_count: 1234,
    last_calculated_at: new Date().toISOString(),
    updated_at: new Date().toISOString(),
    updated_by: 'Ada Admin',
    version: 1,
    ...changes,
  };
}

export class StandInApi {
  readonly asked: Asked[] = [];
  readonly aborted: string[] = [];
  segments: StoredSegment[] = [];
  /** Answers before the usual ones do, where it answers. */
  instead: (asked: Asked) => Answer | undefined = () => undefined;

  async serve(page: Page): Promise<void> {
    page.on('requestfailed', (request) => this.aborted.push(new URL(request.url()).pathname));
    await page.route('**/api/{segments,catalogue}**', (route) => this.answer(route, route.request()));
    await page.route('**/api/segments/**', (route) => this.answer(route, route.request()));
  }

  private async answer(route: Route, request: Request): Promise<void> {
    const { pathname, search } = new URL(request.url());
    // AdminJS's own API is below the back office.
    if (!pathname.startsWith('/api/')) return route.fallback();
    const asked = { method: request.method(), path: pathname + search, body: request.postData() ?? '' };
    this.asked.push(asked);
    const { status, json, delay = 0 } = this.instead(asked) ?? this.usual(asked);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const contentType = status < 400 ? 'application/json' : 'application/problem+json';
    const body = json === undefined ? '' : JSON.stringify(json);
    // The page may have taken the request back meanwhile.
    await route.fulfill({ status, contentType, body }).catch(() => undefined);
  }

  private usual({ method, path, body }: Asked): Answer {
    if (path === '/api/catalogue') return { status: 200, json: catalogue };
    if (path === '/api/segments/preview') return this.preview(body);
    const id = /^\/api\/segments\/([^/?]+)/.exec(path)?.[1];
    if (id === undefined) return method === 'POST' ? this.create(body) : this.list();
    const found = this.segments.find((known) => known.id === id);
    if (!found) return problem(404, 'segment.not-found', 'There is no such segment.');
    if (path.includes('/calculate')) return this.calculate(found);
    if (path.includes('/members')) return { status: 200, json: members(found) };
    if (method === 'PUT') return this.update(found, body);
    if (method === 'DELETE') return this.remove(found);
    return { status: 200, json: found };
  }

  private preview(body: string): Answer {
    const unknown = /"field":\s*"(nonsense)"/.exec(body)?.[1];
    if (unknown) {
      return problem(422, 'rule.invalid', 'The rule has a problem.', [
        { path: 'rules[0].field', code: 'rule.unknown-field', message: `There is no field “${unknown}”.` },
      ]);
    }
    const sample = names.map((display, n) => ({ member_id: String(n), external_id: `c-${n}`, display }));
    return { status: 200, json: { count: 1234, share: 0.2468, words, sample } };
  }

  private list(): Answer {
    return { status: 200, json: { items: this.segments, total: this.segments.length, next_cursor: null } };
  }

  private create(body: string): Answer {
    const { name, description, subject, rules } = JSON.parse(body);
    if (this.segments.some((known) => known.name === name))
      return problem(
        409,
        'segment.name-taken',
        `There is a segment named “${name}” already: choose another name.`,
      );
    const id = `0190c2a0-0000-7000-8000-${String(this.segments.length + 100).padStart(12, '0')}`;
    const fresh = { member_count: null, last_calculated_at: null };
    const created = segment({ id, name, description, subject, rules, words, ...fresh });
    this.segments.push(created);
    return { status: 201, json: created };
  }

  private update(found: StoredSegment, body: string): Answer {
    const { version, ...changes } = JSON.parse(body);
    if (version !== found.version)
      return problem(
        409,
        'segment.changed',
        `You edit version ${version}, and Eve has made version ${found.version} since.`,
      );
    return { status: 200, json: this.replace({ ...found, ...changes, version: version + 1 }) };
  }

  private calculate(found: StoredSegment): Answer {
    const last_calculated_at = new Date().toISOString();
    this.replace({ ...found, member_count: names.length, last_calculated_at });
    const run = { id: 'run', status: 'succeeded', joined: names.length, left: 0, member_count: names.length };
    return { status: 200, json: run };
  }

  private remove(found: StoredSegment): Answer {
    this.segments = this.segments.filter(({ id }) => id !== found.id);
    return { status: 204 };
  }

  private replace(changed: StoredSegment): StoredSegment {
    this.segments = this.segments.map((known) => (known.id === changed.id ? changed : known));
    return changed;
  }
}

const members = ({ last_calculated_at }: StoredSegment) => ({
  items: names.map((display, n) => ({
    member_id: String(n),
    external_id: `c-${n}`,
    display,
    added_at: last_calculated_at ?? new Date().toISOString(),
    cause: 'first_fill',
  })),
  total: names.length,
  next_cursor: null,
});

const catalogue = {
  subjects: [
    { name: 'contact', label: 'Contact', record: 'contact' },
    { name: 'company', label: 'Company', record: 'company' },
  ],
  records: [
    {
      name: 'contact',
      fields: [{ name: 'status' }],
      collections: [{ name: 'orders', record: 'order' }],
    },
    { name: 'order', fields: [{ name: 'placed_at' }], collections: [] },
    { name: 'company', fields: [{ name: 'name' }], collections: [] },
  ],
};
