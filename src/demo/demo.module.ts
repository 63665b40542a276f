/** The demo application: the reference CRM with its segments, as a host would put them together. */

import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

@Module({ controllers: [HealthController] })
export class DemoModule {}
