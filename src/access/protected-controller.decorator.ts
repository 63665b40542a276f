/** `@ProtectedController('segments')`: a controller behind the guard, with checked input and problem documents. */

import { applyDecorators, Controller, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { AccessGuard } from './access.guard.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidationPipe } from './request-validation.pipe.js';

/** Bound to the class and not to the application, so that a host's own routes are left alone. */
export const ProtectedController = (path: string) =>
  applyDecorators(
    Controller(path),
    ApiBearerAuth(),
    UseGuards(AccessGuard),
    UseFilters(ProblemFilter),
    UsePipes(RequestValidationPipe),
  );
