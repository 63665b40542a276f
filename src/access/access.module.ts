/** Binds who is calling and how their tenant counts, for every feature. */

import { type DynamicModule, Global, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { Authenticator } from './authenticator.js';
import { TenantSettings } from './tenant-settings.js';

export interface AccessBindings {
  /** The modules whose exports the two need. */
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  readonly authenticator: Type<Authenticator>;
  readonly settings: Type<TenantSettings> | TenantSettings;
}

@Global()
@Module({})
export class AccessModule {
  static bind({ imports = [], authenticator, settings }: AccessBindings): DynamicModule {
    return {
      module: AccessModule,
      imports,
      providers: [
        { provide: Authenticator, useClass: authenticator },
        typeof settings === 'function'
          ? { provide: TenantSettings, useClass: settings }
          : { provide: TenantSettings, useValue: settings },
      ],
      exports: [Authenticator, TenantSettings],
    };
  }
}
