/** Who may be contacted. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { AddressHash } from './address-hash.js';
import { ConsentData } from './consent-data.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsRepository } from './consents.repository.js';
import { Consents } from './consents.service.js';
import { Reachability } from './reachability.js';
import { SuppressionsController } from './suppressions.controller.js';
import { SuppressionsRepository } from './suppressions.repository.js';
import { Suppressions } from './suppressions.service.js';

@Module({
  imports: [AuditModule],
  controllers: [ConsentsController, SuppressionsController],
  providers: [
    AddressHash,
    ConsentData,
    Reachability,
    Consents,
    ConsentsRepository,
    Suppressions,
    SuppressionsRepository,
  ],
  exports: [ConsentData, Consents, Suppressions, Reachability],
})
export class ConsentModule {}
