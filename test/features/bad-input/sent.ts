/** Requests that are wrong, and what they are made of. */

import { livesIn } from '../../support/segments.js';

export interface Sent {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
}

/** [what is wrong, the request, `status code at path`, the path only where there is one] */
export type Row = readonly [string, Sent, string];

export const preview = (rules: unknown, more: object = {}): Sent => ({
  method: 'post',
  path: '/api/segments/preview',
  body: { subject: 'contact', rules, ...more },
});
export const create = (body: object): Sent => ({
  method: 'post',
  path: '/api/segments',
  body: { name: 'Bad', subject: 'contact', rules: { everyone: true }, ...body },
});
export const edit = (body: object, more: Partial<Sent> = {}): Sent => ({
  method: 'put',
  path: '/api/segments/{segment}',
  body,
  ...more,
});
export const get = (path: string, more: Partial<Sent> = {}): Sent => ({ method: 'get', path, ...more });
export const posted = (path: string, body?: unknown): Sent => ({ method: 'post', path, body });
export const raw = (text: string, path = '/api/segments/preview'): Sent => ({ method: 'post', path, text });

export const on = (field: unknown, operator: unknown, value?: unknown) => ({
  field,
  operator,
  ...(value !== undefined && { value }),
});
export const all = (...rules: unknown[]) => ({ match: 'all', rules });
export const orders = (more: object) => ({
  related: 'orders',
  measure: 'count',
  operator: 'equals',
  value: 1,
  ...more,
});
export const nested = (depth: number): object => (depth === 0 ? livesIn('x') : all(nested(depth - 1)));
export const many = (count: number) => all(...Array.from({ length: count }, () => livesIn('x')));
export const towns = (count: number) => Array.from({ length: count }, (_, n) => `t${n}`);
export const invalid = '400 request.invalid at';
