/** The catalogue, over what the host declares. */

import { Global, Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { Catalogue } from './catalogue.service.js';

@Global()
@Module({ controllers: [CatalogueController], providers: [Catalogue], exports: [Catalogue] })
export class CatalogueModule {}
