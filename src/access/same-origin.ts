/** Tells a page of ours from a foreign one that borrows the visitor's cookie. */

import type { Request } from 'express';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changesState = (request: Request): boolean => !reading.has(request.method);

/**
 * True only on evidence: browsers say where a request that changes something comes from, so one that says nothing is
 * not let through on a cookie. The scheme is not compared, because it is lost behind a proxy that ends TLS.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = request.headers.origin;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  const asked = `${protocol}//${request.host}`;
  return host !== '' && URL.canParse(asked) && new URL(asked).host === host;
}
