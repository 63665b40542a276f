/** `@CurrentActor()`: the actor that the guard let in, as a parameter of a route. */

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ForbiddenError, UnauthenticatedError } from './access.errors.js';
import type { Actor, Permission } from './actor.js';

/** Beside the request and not on it: nothing a host or a body parser sets there can be taken for an actor. */
const actors = new WeakMap<Request, Actor>();

export const rememberActor = (request: Request, actor: Actor): void => {
  actors.set(request, actor);
};

export function actorOf(request: Request): Actor {
  const actor = actors.get(request);
  if (!actor) throw new UnauthenticatedError();
  return actor;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<Request>()),
);

/** For what depends on the request's content, such as `as_of`; a whole route says `@Requires`. */
export function demand(actor: Actor, permission: Permission): void {
  if (!actor.permissions.has(permission)) throw new ForbiddenError(permission);
}
