/** What a host says about its back office. */

import type { PageDeclaration } from './policy.js';
import type { RecordDeclaration } from './records/record-declaration.js';

export interface BackOfficeOptions {
  /** Where it is; `/admin` if not given. */
  readonly path?: string;
  /** What it is called, in the corner and in the browser's tab; “Back office” if not given. */
  readonly name?: string;
  /** Where the HTTP API is, for the screens; `/api` if not given. */
  readonly api?: string;
  /** The host's own records, beside the engine's pages. */
  readonly records?: readonly RecordDeclaration[];
}

export const backOfficeOptions = Symbol('nest-segments: options of the back office');

/** The engine's own screens, by the last part of their address. */
export const pages: Readonly<Record<string, PageDeclaration>> = {
  segments: { component: 'SegmentsPage', icon: 'Users', permission: 'segments:read' },
};

/** Shorter addresses people may know or guess. */
export const shortcuts: Readonly<Record<string, string>> = {
  '/customers/segments': '/pages/segments',
  '/segments': '/pages/segments',
};
