/** Who may do what in the back office. Synchronous on purpose: AdminJS takes a promise for a yes. */

import type { Action, ActionContext, CurrentAdmin } from 'adminjs';
import type { Actor, Permission } from '../access/actor.js';
import type { RecordDeclaration } from './records/record-declaration.js';
import { actorOfAdmin } from './signed-in.js';

export type Right = 'read' | 'create' | 'change' | 'remove';

/** The actions of AdminJS, and what each needs. An action that is not here does not exist. */
const rights: Readonly<Record<string, Right>> = {
  list: 'read',
  search: 'read',
  show: 'read',
  new: 'create',
  edit: 'change',
  delete: 'remove',
  bulkDelete: 'remove',
};

export function may(actor: Actor, record: RecordDeclaration, right: Right): boolean {
  const { read, write } = record.permissions ?? { read: 'records:read', write: 'records:write' };
  if (!actor.permissions.has(read)) return false;
  if (right === 'read') return true;
  const offered = {
    create: record.create === true && (record.write ?? []).length > 0,
    change: (record.write ?? []).length > 0,
    remove: record.remove === true,
  };
  return offered[right] && actor.permissions.has(write);
}

/** Asked by the door before AdminJS does anything, its `before` hooks included. */
export function mayAct(person: CurrentAdmin | undefined, record: RecordDeclaration, action: string): boolean {
  const actor = actorOfAdmin(person);
  const right = Object.hasOwn(rights, action) ? rights[action] : undefined;
  return actor !== undefined && right !== undefined && may(actor, record, right);
}

/** Asked by AdminJS, which also shows and hides its buttons by it. */
export function actionsOf(record: RecordDeclaration): Record<string, Partial<Action<never>>> {
  const entries = Object.keys(rights).map((name) => {
    const isAccessible = ({ currentAdmin }: Pick<ActionContext, 'currentAdmin'>): boolean =>
      mayAct(currentAdmin, record, name);
    return [name, { isAccessible, ...(name !== 'search' && { isVisible: isAccessible }) }];
  });
  return Object.fromEntries(entries);
}

export interface PageDeclaration {
  /** The name of the component in the bundle of the screens. */
  readonly component: string;
  readonly icon?: string;
  readonly permission: Permission;
}

export const mayOpen = (person: CurrentAdmin | undefined, { permission }: PageDeclaration): boolean =>
  actorOfAdmin(person)?.permissions.has(permission) === true;
