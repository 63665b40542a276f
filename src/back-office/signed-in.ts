/** Who AdminJS is told is signed in: what it prints into the page, and, kept apart from that, the actor. */

import type { CurrentAdmin } from 'adminjs';
import type { Actor } from '../access/actor.js';
import type { Account } from '../accounts/account.js';

const actors = new WeakMap<object, Actor>();

/** AdminJS serialises all of it into every page: nothing is in it that the person may not see. */
export function signedIn({ actor, email }: Account): CurrentAdmin {
  const person: CurrentAdmin = { email, title: actor.name };
  actors.set(person, actor);
  return person;
}

/** Undefined for whatever did not come from `signedIn`: an object that merely looks like it gets nowhere. */
export const actorOfAdmin = (person: CurrentAdmin | undefined): Actor | undefined =>
  person && actors.get(person);
