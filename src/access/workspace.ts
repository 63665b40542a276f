/** `workspace_id`, as other CRMs send it along: the caller's own tenant, and in any other nothing is there. */

import type { Request } from 'express';
import { WorkspaceNotFoundError } from './access.errors.js';
import type { Actor } from './actor.js';

/** @throws WorkspaceNotFoundError */
export function demandOwnWorkspace(tenant: string, workspace: unknown): void {
  const named =
    typeof workspace === 'string' || typeof workspace === 'number' ? String(workspace) : undefined;
  if (named !== tenant) throw new WorkspaceNotFoundError();
}

/** Takes it out of the query and the body, so that no route needs to know of it. @throws WorkspaceNotFoundError */
export function leaveOutWorkspace(request: Request, { tenant }: Actor): void {
  for (const part of ['query', 'body'] as const) {
    const sent: unknown = request[part];
    if (typeof sent !== 'object' || sent === null || !('workspace_id' in sent)) continue;
    const { workspace_id, ...rest } = sent;
    demandOwnWorkspace(tenant, workspace_id);
    // Express reads the query anew each time it is asked for.
    Object.defineProperty(request, part, {
      value: rest,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
}
