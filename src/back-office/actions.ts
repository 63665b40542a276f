/** The routes of AdminJS's own API: the policy is asked first, then its controller is called with clean input. */

import { type ActionRequest, type AdminJS, ApiController, type CurrentAdmin, NotFoundError } from 'adminjs';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { NotHereError } from './back-office.errors.js';
import { pages } from './back-office.options.js';
import { forms, textsOf } from './forms.js';
import { mayAct, mayOpen } from './policy.js';
import { TenantResource } from './records/tenant-resource.js';

type Call = 'resourceAction' | 'recordAction' | 'bulkAction';

const routes: readonly [path: string, call: Call][] = [
  ['/api/resources/:resourceId/actions/:action{/:query}', 'resourceAction'],
  ['/api/resources/:resourceId/records/:recordId/:action', 'recordAction'],
  ['/api/resources/:resourceId/bulk/:action', 'bulkAction'],
];

export type PersonOf = (response: Response) => CurrentAdmin;

export function actionRoutes(shell: AdminJS, personOf: PersonOf): Router {
  const router = Router();
  for (const [path, call] of routes) {
    const handle = handler(shell, personOf, call);
    router.get(path, handle);
    router.post(path, forms, handle);
  }
  router.get('/api/dashboard', (_request, response) => void response.json({}));
  router.get('/api/pages/:pageName', (request, response) => {
    const page = pages[String(request.params.pageName)];
    if (!page || !mayOpen(personOf(response), page)) throw new NotHereError();
    response.json({});
  });
  return router;
}

const handler =
  (shell: AdminJS, personOf: PersonOf, call: Call): RequestHandler =>
  async (request, response) => {
    const person = personOf(response);
    const { resourceId, action } = request.params;
    const resource = resourceOf(shell, String(resourceId));
    if (!resource || !mayAct(person, resource.declaration, String(action))) throw new NotHereError();
    if (!(methods[String(action)] ?? both).includes(request.method)) throw new NotHereError();
    const controller = new ApiController({ admin: shell }, person);
    response.json(await controller[call](actionRequest(request), response).catch(asOurs));
  };

const both = ['GET', 'POST'];
/** Some of AdminJS's actions take either for the same; a form is shown with GET and sent with POST. */
const methods: Readonly<Record<string, readonly string[]>> = {
  list: ['GET'],
  search: ['GET'],
  show: ['GET'],
  new: ['POST'],
};

function asOurs(error: unknown): never {
  throw error instanceof NotFoundError ? new NotHereError() : error;
}

export function resourceOf(shell: AdminJS, id: string): TenantResource | undefined {
  const resource = shell.resources.find((candidate) => candidate.id() === id);
  return resource instanceof TenantResource ? resource : undefined;
}

function actionRequest(request: Request): ActionRequest {
  const { searchParams } = new URL(request.originalUrl, 'http://here.invalid');
  return {
    params: textsOf(Object.entries(request.params)) as ActionRequest['params'],
    query: textsOf(searchParams),
    payload: textsOf(Object.entries(request.body ?? {})),
    method: request.method === 'POST' ? 'post' : 'get',
  };
}
