/** The port by which whatever holds personal data shows it and forgets it: one for each place where there is some. */

import type { EntityManager } from 'typeorm';
import type { Target } from '../rule-language/to-sql/compile.js';
import type { Actor } from './actor.js';

/**
 * Whose data it is, with all that it takes to ask the catalogue for their record: whoever has the transaction that is
 * running can look up nothing else. The host's record of them may be gone already.
 */
export interface Person extends Target {
  /** The key of the host's record, as a text that can be one. */
  readonly id: string;
}

export abstract class PersonalDataHolder {
  /** What it holds, in a word: `memberships`. The data is shown under this name. */
  abstract readonly holds: string;

  /**
   * All of it, as JSON; an empty list where there is nothing.
   * @param running a transaction of the person's tenant
   */
  abstract show(person: Person, running: EntityManager): Promise<readonly unknown[]>;

  /**
   * Afterwards nothing leads to the person.
   * @param running as above: what others forget is forgotten with it, or nothing is
   * @returns how many records there were
   */
  abstract forget(actor: Actor, person: Person, running: EntityManager): Promise<number>;
}

/** Bound by the root module: the engine's holders in order, the host's own last, since others read its record. */
export abstract class PersonalDataHolders {
  abstract readonly all: readonly PersonalDataHolder[];
}
