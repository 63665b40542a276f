/** Why there are no look-alikes to be had. */

import { DomainError } from '../../errors.js';

export class TooFewToLearnError extends DomainError {
  readonly code = 'lookalike.too-few';
  override readonly status = 422;

  constructor(numbers: { readonly members: number; readonly others: number }, fewest: number) {
    super(
      `There are ${numbers.members} members and ${numbers.others} others to learn from, and at least ${fewest} of each are needed: ${numbers.members < fewest ? 'calculate the segment, or take a larger one' : 'almost everybody is in it already'}.`,
    );
  }
}

export class UninformativeError extends DomainError {
  readonly code = 'lookalike.uninformative';
  override readonly status = 422;

  constructor(auc: number) {
    super(
      `Nothing that was looked at tells members from others (AUC ${auc.toFixed(2)}, where 0.5 is guessing), so that nobody is more like them than anybody else: name other \`fields\`. No segment was made.`,
    );
  }
}

export class NobodySimilarError extends DomainError {
  readonly code = 'lookalike.nobody';
  override readonly status = 422;

  constructor(threshold: number) {
    super(`Nobody is as similar as ${threshold}: choose by the curve. No segment was made.`);
  }
}

export class TooManySimilarError extends DomainError {
  readonly code = 'lookalike.too-many';
  override readonly status = 422;

  constructor(most: number) {
    super(
      `More than ${most} people are that similar, which is more than such a segment may have: choose a higher threshold, or a \`size\`. No segment was made.`,
    );
  }
}
