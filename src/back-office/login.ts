/** Signing in and out: throttled, from our own page only, with texts and nothing else for e-mail and password. */

import express, { type Request, type Response, Router } from 'express';
import type { Accounts } from '../accounts/account.js';
import type { LoginThrottle } from '../accounts/login-throttle.js';
import type { Sessions } from '../accounts/sessions.service.js';
import { languageOf, type Surroundings } from './document.js';
import { type LoginState, loginPage } from './login-page.js';

export interface Gatekeepers {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly throttle: LoginThrottle;
}

export function loginRoutes(gatekeepers: Gatekeepers, around: Surroundings): Router {
  const { sessions } = gatekeepers;
  const router = Router();
  router.get('/login', async (request, response) => {
    const next = destination(around, request.query.next);
    if (await sessions.current(request)) response.redirect(303, next);
    else answer(around, request, response, 200, { next });
  });
  router.post('/login', express.urlencoded({ extended: false, limit: '10kb' }), (request, response) =>
    signIn(gatekeepers, around, request, response),
  );
  router.post('/logout', async (request, response) => {
    await sessions.end(request, response);
    response.redirect(303, `${around.path}/login`);
  });
  return router;
}

async function signIn(
  { accounts, sessions, throttle }: Gatekeepers,
  around: Surroundings,
  request: Request,
  response: Response,
): Promise<void> {
  const { email, password, next } = textsOf(request);
  const state = { email, next: destination(around, next) };
  const address = request.ip ?? '';
  const wait = await throttle.attempt(address, email);
  if (wait > 0) {
    response.setHeader('Retry-After', wait);
    return answer(around, request, response, 429, { ...state, problem: 'tooMany', wait });
  }
  const account = password.length <= 1000 ? await accounts.byPassword(email, password) : undefined;
  if (!account) return answer(around, request, response, 401, { ...state, problem: 'wrong' });
  await throttle.succeeded(address, email);
  await sessions.begin(request, response, account);
  response.redirect(303, state.next);
}

function answer(
  around: Surroundings,
  request: Request,
  response: Response,
  status: number,
  state: LoginState,
): void {
  response.status(status).send(loginPage(around, languageOf(request), state));
}

/** A form's fields are texts; whatever else a body can be made to hold (JSON, nested keys) is blank. */
function textsOf(request: Request): { email: string; password: string; next: string } {
  const isForm = request.is('application/x-www-form-urlencoded') !== false;
  const body: unknown = isForm ? request.body : undefined;
  const text = (name: string): string => {
    const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { email: text('email').slice(0, 320), password: text('password'), next: text('next') };
}

/** Back to where the visitor was going, if that is here: a link to the login must not lead elsewhere. */
export function destination({ path }: Pick<Surroundings, 'path'>, wanted: unknown): string {
  const origin = 'http://here.invalid';
  if (typeof wanted !== 'string' || !URL.canParse(wanted, origin)) return path;
  const url = new URL(wanted, origin);
  const inside = url.pathname === path || url.pathname.startsWith(`${path}/`);
  const isLogin = /^\/log(in|out)$/.test(url.pathname.slice(path.length));
  return url.origin === origin && inside && !isLogin ? `${url.pathname}${url.search}` : path;
}
