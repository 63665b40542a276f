/** `@Requires('segments:read')`: what a route needs. A guarded route without it is refused. */

import { SetMetadata } from '@nestjs/common';
import type { Permission } from './actor.js';

export const requirementKey = Symbol('nest-segments: required permissions');

/** Every one of the permissions is needed. On a class it holds for the routes that say nothing themselves. */
export const Requires = (first: Permission, ...more: Permission[]) =>
  SetMetadata(requirementKey, [first, ...more]);
