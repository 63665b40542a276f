/** What a host hands in. */

import { ConfigurableModuleBuilder, type Type } from '@nestjs/common';
import type { Authenticator } from './access/authenticator.js';
import type { PersonalDataHolder } from './access/personal-data.js';
import type { TenantSettings } from './access/tenant-settings.js';
import type { CatalogueDeclaration } from './catalogue/declaration.js';
import type { HostTables } from './command-line/roles.js';
import type { SegmentUsage } from './segments/segment-usage.js';
import type { SegmentTemplate } from './segments/templates/template.js';

/** A port: an object, or a class that Nest makes, with whatever of the host's it injects. */
export type Port<Face> = Face | Type<Face>;

export interface SegmentationOptions {
  /** What can be asked: the host's entities or tables. */
  readonly catalogue: CatalogueDeclaration;
  /** How a tenant counts time. */
  readonly tenants: Port<TenantSettings>;
  /** Who is calling. */
  readonly authenticator: Port<Authenticator>;
  /**
   * Keys the hashes by which suppressed addresses are recognised: at least 32 random bytes, always the same. Without it
   * no address can be suppressed, and nobody is told apart by whether they may be contacted. It keys what the audit calls
   * people as well, which without it does not say whose data was shown or erased.
   */
  readonly consentSecret?: string;
  /** What of the host's relies on segments, such as its campaigns; nothing, if not given. */
  readonly usage?: Port<SegmentUsage>;
  /** What the host itself keeps of a person, to be shown and erased with what the engine keeps. */
  readonly personalData?: Port<PersonalDataHolder>;
  /** Which tables requests need beyond the catalogue's, which they read. */
  readonly tables?: HostTables;
  /** How many members one export may have; 10,000 if absent. */
  readonly exportLimit?: number;
  /**
   * Of the templates that are shipped, those to offer: mapped to the host's catalogue, without some, with more. All of
   * them, if not given. Those that the catalogue does not understand are not shown. What one refers to is offered as well,
   * or the application does not start.
   */
  readonly templates?: (shipped: readonly SegmentTemplate[]) => readonly SegmentTemplate[];
}

export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN, OPTIONS_TYPE, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<SegmentationOptions>()
    .setClassMethodName('forRoot')
    .setExtras({ prefix: '' }, (definition) => definition)
    .build();
