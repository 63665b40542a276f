/** The keys of programs, stored. */

import { Module } from '@nestjs/common';
import { AuditModule } from '../access/audit/audit.module.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeys } from './api-keys.service.js';
import { KeyThrottle } from './key-throttle.js';

@Module({
  imports: [AuditModule],
  controllers: [ApiKeysController],
  providers: [ApiKeys, ApiKeysRepository, KeyThrottle],
  exports: [ApiKeys, KeyThrottle],
})
export class ApiKeysModule {}
