/** Lets a request in: a good credential, from a page of ours where it is a cookie, with the route's permissions. */

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { languageOf } from './accepted-language.js';
import { ForeignOriginError, UnauthenticatedError, UndeclaredRouteError } from './access.errors.js';
import type { Permission } from './actor.js';
import { Authenticator } from './authenticator.js';
import { demand, rememberActor } from './current-actor.decorator.js';
import { requirementKey } from './requires.decorator.js';
import { changesState, isSameOrigin } from './same-origin.js';
import { leaveOutWorkspace } from './workspace.js';

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const credential = await this.authenticator.authenticate(request, response);
    if (!credential) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      throw new UnauthenticatedError();
    }
    if (credential.ambient && changesState(request) && !isSameOrigin(request)) throw new ForeignOriginError();
    for (const permission of this.requirementsOf(context)) demand(credential.actor, permission);
    leaveOutWorkspace(request, credential.actor);
    rememberActor(request, { language: languageOf(request), from: request.ip, ...credential.actor });
    return true;
  }

  private requirementsOf(context: ExecutionContext): readonly Permission[] {
    const sources = [context.getHandler(), context.getClass()];
    const required = this.reflector.getAllAndOverride<Permission[] | undefined>(requirementKey, sources);
    if (!required || required.length === 0) throw new UndeclaredRouteError();
    return required;
  }
}
