/** Everything a request to the back office passes, in order; what no line lets through is refused. */

import type { AdminJS, CurrentAdmin } from 'adminjs';
import { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import { ForeignOriginError } from '../access/access.errors.js';
import { problemOf, unexpected } from '../access/problem.js';
import { changesState, isSameOrigin } from '../access/same-origin.js';
import { actionRoutes, resourceOf } from './actions.js';
import type { Assets } from './assets.js';
import { NotHereError } from './back-office.errors.js';
import { pages, shortcuts } from './back-office.options.js';
import { documentFor, errorPage, languageOf, type Surroundings } from './document.js';
import { headers, unstored } from './headers.js';
import { type Gatekeepers, loginRoutes } from './login.js';
import { mayAct, mayOpen } from './policy.js';
import { signedIn } from './signed-in.js';

export interface Rooms {
  readonly shell: AdminJS;
  readonly assets: Assets;
  readonly around: Surroundings;
  readonly gatekeepers: Gatekeepers;
  /** Called with the id under which the answer names the error. */
  readonly report: (error: unknown) => string;
}

export function createDoor({ shell, assets, around, gatekeepers, report }: Rooms): Router {
  const door = Router();
  door.use(headers);
  door.get('/assets/:version/:name', assets.serve);
  door.use(unstored, sameOrigin, readOrPost);
  door.use(loginRoutes(gatekeepers, around));
  door.use(onlySignedIn(gatekeepers, around));
  door.use(actionRoutes(shell, personOf));
  door.use(documentRoutes(shell, around));
  door.use(() => {
    throw new NotHereError();
  });
  door.use(answerError(around, report));
  return door;
}

const sameOrigin: RequestHandler = (request, _response, next) => {
  if (changesState(request) && !isSameOrigin(request)) throw new ForeignOriginError();
  next();
};

/** AdminJS takes whatever is not `get` for a change, HEAD included; a page may be asked for by HEAD. */
const readOrPost: RequestHandler = (request, _response, next) => {
  const isKnown = ['GET', 'POST'].includes(request.method);
  const asksForPage = request.method === 'HEAD' && !request.path.startsWith('/api/');
  if (!isKnown && !asksForPage) throw new NotHereError();
  next();
};

const people = new WeakMap<Response, CurrentAdmin>();

function personOf(response: Response): CurrentAdmin {
  const person = people.get(response);
  if (!person) throw new NotHereError();
  return person;
}

/** AdminJS's screens know that a session is over by landing on the login page. */
const onlySignedIn =
  ({ sessions }: Gatekeepers, { path }: Surroundings): RequestHandler =>
  async (request, response, next) => {
    const account = await sessions.current(request);
    if (account) {
      people.set(response, signedIn(account));
      return next();
    }
    const isPage = !changesState(request) && !request.path.startsWith('/api/');
    const next_ = isPage && request.path !== '/' ? `?next=${encodeURIComponent(request.originalUrl)}` : '';
    response.setHeader('Connection', 'close');
    response.redirect(303, `${path}/login${next_}`);
  };

/** Addresses that people see; each gives the same page, which draws what its address says. */
function documentRoutes(shell: AdminJS, around: Surroundings): Router {
  const router = Router();
  const send = async (response: Response): Promise<void> => {
    response.send(await documentFor(shell, personOf(response), around));
  };
  for (const [from, to] of Object.entries(shortcuts)) {
    router.get(from, (_request, response) => response.redirect(302, `${around.path}${to}`));
  }
  router.get('/', (_request, response) => send(response));
  router.get('/pages/:pageName', (request, response) => {
    const page = pages[request.params.pageName];
    if (!page || !mayOpen(personOf(response), page)) throw new NotHereError();
    return send(response);
  });
  router.get('/resources/:resourceId{/*rest}', (request, response) => {
    const resource = resourceOf(shell, request.params.resourceId ?? '');
    if (!resource || !mayAct(personOf(response), resource.declaration, 'list')) throw new NotHereError();
    return send(response);
  });
  return router;
}

const answerError =
  (around: Surroundings, report: Rooms['report']): ErrorRequestHandler =>
  (error, request, response, _next) => {
    if (response.headersSent) return void response.destroy();
    const problem = problemOf(error) ?? unexpected(report(error));
    response.status(problem.status);
    const isLink = request.method === 'GET' && !request.path.startsWith('/api/') && request.accepts('html');
    if (isLink) response.send(errorPage(around, languageOf(request), problem.status));
    else response.type('application/problem+json').send(JSON.stringify(problem));
  };
