/** A request that provokes one answer of one route, and what such requests are made of. */

import type { TestApplication } from '../../support/application.js';

export interface Case {
  readonly status: number;
  /** Of a problem. */
  readonly code?: string;
  /** Of an answer that is not JSON. */
  readonly type?: string;
  readonly query?: object;
  /** A text is sent as it is. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
  /** What the path names, where it is not what the scene has. */
  readonly at?: Readonly<Record<string, string>>;
}

/** What the cases find there: people in Docby, and a calculated segment of them. */
export interface Scene {
  readonly app: TestApplication;
  /** By the names that paths give them. */
  readonly ids: Readonly<Record<string, string>>;
  /** A new segment; resolves to its id. */
  segment(rules?: object): Promise<string>;
}

/** Made when its turn comes: what it needs, it makes. */
export type MadeCase = (scene: Scene) => Case | Promise<Case>;

/** By route, as `post /api/segments`: every answer that is not every route's. */
export type Cases = Readonly<Record<string, readonly (Case | MadeCase)[]>>;

/** An id that nothing has. */
export const nobody = '01890000-0000-7000-8000-000000000000';

/** A rule that cannot be meant. */
export const noRule = { match: 'all', rules: [] };
