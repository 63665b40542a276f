/** Who did what. */

import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditRepository } from './audit.repository.js';
import { Audit } from './audit.service.js';
import { PersonHash } from './person-hash.js';

@Module({ controllers: [AuditController], providers: [Audit, AuditRepository, PersonHash], exports: [Audit] })
export class AuditModule {}
