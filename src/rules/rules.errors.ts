/** What is refused of edits of one node of a rule. */

import { DomainError } from '../errors.js';

export class RuleNodeNotFoundError extends DomainError {
  readonly code = 'rule.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`The rule has no node “${id}”: ask for its nodes again.`);
  }
}

/** One thing that keeps an edit from being made, and where in the request. */
export interface EditProblem {
  readonly path: 'parent_id' | 'position' | 'logical_operator' | 'rule' | `order${string}`;
  readonly message: string;
}

export class RuleEditError extends DomainError {
  readonly code = 'rule.edit';
  override readonly status = 422;
  readonly problems: readonly { readonly path: string; readonly code: string; readonly message: string }[];

  constructor(...problems: readonly EditProblem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems.map((problem) => ({ ...problem, code: this.code }));
  }
}
