/** What is refused of a segment. */

import { DomainError } from '../errors.js';
import type { Problem } from '../rule-language/parse.js';
import type { SegmentStatus } from './segment.entity.js';
import type { Use } from './segment.view.js';

export class RuleInvalidError extends DomainError {
  readonly code = 'rule.invalid';
  override readonly status = 422;

  /** Every problem of the rule, with the path to it from the rule's root. */
  constructor(readonly problems: readonly Problem[]) {
    super(problems.length === 1 ? (problems[0]?.message ?? '') : `The rule has ${problems.length} problems.`);
  }
}

export class SegmentNotFoundError extends DomainError {
  readonly code = 'segment.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is no segment ${id}.`);
  }
}

export class SegmentNameTakenError extends DomainError {
  readonly code = 'segment.name-taken';
  override readonly status = 409;

  constructor(name: string) {
    super(`There is a segment named “${name}” already: choose another name.`);
  }
}

/** A part of a request that the rest of it, or the segment, does not go with. */
export interface PartProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export class SegmentChangedError extends DomainError {
  readonly code = 'segment.changed';
  override readonly status = 409;
  /** Each part that has changed since. */
  readonly problems: readonly PartProblem[];

  constructor(read: number, now: number, by: readonly string[], parts: readonly string[]) {
    const who = by.join(' and ');
    super(
      parts.length === 0
        ? `You edit version ${read}, and the segment is at version ${now}: read it again and repeat the edit.`
        : `You edit version ${read}, and ${who} has made version ${now} since, which changes ${listed(parts)}: read it again and repeat the edit.`,
    );
    this.problems = parts.map((path) => ({
      path,
      code: this.code,
      message: `${who} has changed it since version ${read}.`,
    }));
  }
}

export class SegmentInUseError extends DomainError {
  readonly code = 'segment.in-use';
  override readonly status = 409;

  constructor(readonly problems: readonly Use[]) {
    super(
      `It is used by ${problems.map(({ kind, name }) => `the ${kind} “${name}”`).join(', ')}: change that first.`,
    );
  }
}

export class SegmentStatusError extends DomainError {
  readonly code = 'segment.status';
  override readonly status = 409;

  /** @param wanted such as `be paused` */
  constructor(name: string, status: SegmentStatus, wanted: string) {
    super(`“${name}” is ${status}, and cannot ${wanted}. ${wayOut[status]}`);
  }
}

const wayOut: Readonly<Record<SegmentStatus, string>> = {
  active: 'Nothing needs to be done.',
  paused: 'Resume it first.',
  inactive: 'Resume it first.',
  archived: 'Restore it first.',
};

export class SegmentNeedsArchivedError extends DomainError {
  readonly code = 'segment.needs-archived';
  override readonly status = 409;

  constructor(readonly problems: readonly Use[]) {
    super(
      `Its rule speaks of ${problems.map(({ name }) => `“${name}”`).join(', ')}, archived by now: restore that first, or take it out of the rule.`,
    );
  }
}

/** What a type of segment must have, or cannot have. */
export class SegmentPartsError extends DomainError {
  readonly code = 'segment.parts';
  override readonly status = 422;

  constructor(readonly problems: readonly PartProblem[]) {
    super(problems.map(({ message }) => message).join(' '));
  }
}

export class PinsLostError extends DomainError {
  readonly code = 'segment.pins-lost';
  override readonly status = 409;
  readonly problems: readonly PartProblem[];

  constructor({ included, excluded }: { readonly included: number; readonly excluded: number }) {
    super(
      `A dynamic segment knows nobody chosen by hand: ${included} included and ${excluded} excluded would be forgotten. Send \`discard_pins\`: true if that is meant, or make it hybrid.`,
    );
    this.problems = [{ path: 'discard_pins', code: this.code, message: 'Say that they may be forgotten.' }];
  }
}

export class NotCalculatedError extends DomainError {
  readonly code = 'segment.not-calculated';
  override readonly status = 409;

  constructor(name: string) {
    super(
      `“${name}” has never been calculated, so that as a static segment it would be nobody: calculate it first.`,
    );
  }
}

export class SegmentWithoutRuleError extends DomainError {
  readonly code = 'segment.no-rule';
  override readonly status = 409;

  constructor(name: string) {
    super(`“${name}” is static and has no rule: make it hybrid with one.`);
  }
}

export class VersionNotFoundError extends DomainError {
  readonly code = 'version.not-found';
  override readonly status = 404;

  constructor(name: string, version: number) {
    super(`“${name}” has no version ${version}.`);
  }
}

export class SegmentCycleError extends DomainError {
  readonly code = 'segment.cycle';
  override readonly status = 422;

  constructor(name: string) {
    super(
      `The rule refers to “${name}”, which is itself built on this segment: a segment cannot rest on itself.`,
    );
  }
}

export class AsOfInvalidError extends DomainError {
  readonly code = 'as-of.invalid';
  override readonly status = 422;

  constructor(text: string, options?: ErrorOptions) {
    super(`“${text}” is no instant: write it with an offset, such as 2026-03-01T00:00:00Z.`, options);
  }
}

export class FieldUnknownError extends DomainError {
  readonly code = 'segments.field-unknown';
  override readonly status = 422;

  constructor(field: string) {
    super(
      `There is no field “${field}”: name one as rules do (city, company.industry), or with its record before it (order.status).`,
    );
  }
}

const listed = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
