/** The catalogue, over what the host declares. */

import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { Catalogue, HostCatalogue } from './catalogue.service.js';
import type { CatalogueDeclaration } from './declaration.js';

@Global()
@Module({})
export class CatalogueModule {
  static of(declaration: CatalogueDeclaration): DynamicModule {
    return {
      module: CatalogueModule,
      controllers: [CatalogueController],
      providers: [Catalogue, { provide: HostCatalogue, useValue: { declaration } satisfies HostCatalogue }],
      exports: [Catalogue],
    };
  }
}
