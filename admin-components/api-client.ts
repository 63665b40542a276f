/** The only file that knows how to talk to the server. */

import type { Catalogue, Member, Page, Preview, Problem, Run, Segment } from './api-types.js';
import { readStart } from './start-state.js';

/** The server refused, or could not be reached (`code` is `unreachable` then). */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

const unreachable: Problem = { status: 0, code: 'unreachable', title: '', detail: '' };

export interface SegmentDraft {
  readonly name: string;
  readonly description: string;
  readonly subject: string;
  /** As it was typed: the server finds duplicate keys, which a parsed rule has lost. */
  readonly ruleText: string;
}

export const api = {
  catalogue: (signal?: AbortSignal) => call<Catalogue>('GET', '/catalogue', { signal }),

  segments: (cursor: string | null, signal?: AbortSignal) =>
    call<Page<Segment>>('GET', withCursor('/segments?limit=50', cursor), { signal }),

  segment: (id: string, signal?: AbortSignal) => call<Segment>('GET', `/segments/${id}`, { signal }),

  create: ({ name, description, subject, ruleText }: SegmentDraft) =>
    call<Segment>('POST', '/segments', {
      body: withRule({ name, description: description || null, subject }, ruleText),
    }),

  update: (id: string, version: number, { name, description, ruleText }: SegmentDraft) =>
    call<Segment>('PUT', `/segments/${id}`, {
      body: withRule({ name, description: description || null, version }, ruleText),
    }),

  remove: (id: string) => call<void>('DELETE', `/segments/${id}`),

  preview: (subject: string, ruleText: string, signal?: AbortSignal) =>
    call<Preview>('POST', '/segments/preview', { body: withRule({ subject, limit: 10 }, ruleText), signal }),

  calculate: (id: string) => call<Run>('POST', `/segments/${id}/calculate?wait=true`),

  members: (id: string, cursor: string | null, signal?: AbortSignal) =>
    call<Page<Member>>('GET', withCursor(`/segments/${id}/members?limit=20`, cursor), { signal }),
};

const withCursor = (path: string, cursor: string | null): string =>
  cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;

const withRule = (fields: object, ruleText: string): string =>
  `${JSON.stringify(fields).slice(0, -1)},"rules":${ruleText}}`;

interface CallOptions {
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

async function call<T>(method: string, path: string, { body, signal }: CallOptions = {}): Promise<T> {
  const response = await send(method, path, body, signal);
  if (response.status === 401) return signInAgain();
  const text = await response.text();
  if (!response.ok) throw new ApiError(problemOf(response, text));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function send(
  method: string,
  path: string,
  body: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(`${readStart().api}${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
  } catch (error) {
    // A request that was taken back is no failure; whoever took it back knows.
    if (signal?.aborted) throw error;
    throw new ApiError(unreachable);
  }
}

/** The session is over: back to this very page after signing in. Nothing that waits for the answer goes on. */
function signInAgain(): Promise<never> {
  const { pathname, search } = window.location;
  const [root] = /^.*?(?=\/pages\/|\/resources\/|$)/.exec(pathname) ?? [''];
  window.location.assign(`${root}/login?next=${encodeURIComponent(pathname + search)}`);
  return new Promise(() => undefined);
}

function problemOf(response: Response, text: string): Problem {
  try {
    const problem: Partial<Problem> = JSON.parse(text);
    if (typeof problem.code === 'string' && typeof problem.detail === 'string') return problem as Problem;
  } catch {
    // A proxy's page, say.
  }
  return { status: response.status, code: 'unknown', title: response.statusText, detail: '' };
}
