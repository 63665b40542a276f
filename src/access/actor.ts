/** Who acts, in which tenant, and what they may do. */

import type { LanguageCode } from '../rule-language/to-words.js';

export const permissions = [
  'segments:read',
  'segments:write',
  'segments:calculate',
  'segments:export',
  'segments:as-of',
  'catalogue:read',
  /** Definitions of custom fields, and changing them. */
  'custom-fields:read',
  'custom-fields:write',
  /** What records have in them. */
  'custom-field-values:read',
  'custom-field-values:write',
  'consent:read',
  'consent:write',
  'audit:read',
  /** Showing everything that is kept of one person, and erasing it. */
  'people:export',
  'people:erase',
  /** The host's own records in the back office, and changing them there. */
  'records:read',
  'records:write',
  /** Making and revoking API keys. */
  'accounts:manage',
] as const;

export type Permission = (typeof permissions)[number];

export const isPermission = (name: string): name is Permission =>
  (permissions as readonly string[]).includes(name);

/**
 * A person, or a program with a key; plain data. Tenant and permissions come from the credential, never from a body or
 * a query.
 */
export interface Actor {
  /** Stable; audit entries keep it beside the name. */
  readonly id: string;
  /** For people to read; what `created_by`, `updated_by` and the like keep. */
  readonly name: string;
  readonly tenant: string;
  readonly permissions: ReadonlySet<Permission>;
  /** The network address of the caller, where there is one; audit entries keep it. */
  readonly from?: string | undefined;
  /** What rules are said in to them; of a request, what it accepts, if the credential does not say. Else English. */
  readonly language?: LanguageCode;
}
