/** `@ProtectedController('segments')`: a controller behind the guard, with checked input and problem documents. */

import {
  applyDecorators,
  Controller,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { ApiBearerAuth, ApiHeader } from '@nestjs/swagger';
import { languageCodes } from '../rule-language/to-words.js';
import { AccessGuard } from './access.guard.js';
import { BodyText } from './body-text.interceptor.js';
import { documentProblems } from './documented-problems.js';
import { Idempotency } from './idempotency/idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidationPipe } from './request-validation.pipe.js';

/** Bound to the class and not to the application, so that a host's own routes are left alone. */
export const ProtectedController = (path: string) =>
  applyDecorators(
    Controller(path),
    ApiBearerAuth(),
    ApiHeader({
      name: 'Accept-Language',
      required: false,
      description: `What rules and labels are said in: ${languageCodes.join(', ')}; else English`,
    }),
    UseGuards(AccessGuard),
    UseFilters(ProblemFilter),
    UseInterceptors(BodyText, Idempotency),
    UsePipes(RequestValidationPipe),
    documentProblems,
  );
