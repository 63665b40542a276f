/** Makes the demo application: raw bodies for rules, bodies as large as rules may be, the API's documentation. */

import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ProblemFilter } from '../access/problem.filter.js';
import { DemoModule, type DemoOptions } from './demo.module.js';

/** A rule may have 1 MiB; the request around it some more. */
const largestBody = '2mb';

export async function createApplication(options: DemoOptions): Promise<NestExpressApplication> {
  const application = await NestFactory.create<NestExpressApplication>(DemoModule.with(options), {
    rawBody: true,
    // What is wrong is thrown, so that the database is stopped before the process ends.
    abortOnError: false,
    logger: ['error', 'warn'],
  });
  const { trustProxy } = options.environment;
  if (trustProxy !== undefined) application.set('trust proxy', trustProxy);
  application.useBodyParser('json', { limit: largestBody });
  // Also for what no controller answers: unknown routes, and bodies that cannot be read.
  application.useGlobalFilters(new ProblemFilter());
  document(application);
  return application;
}

function document(application: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('nest-segments')
    .setDescription('Segments of customers: rules, audiences, members.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const create = () => SwaggerModule.createDocument(application, config);
  SwaggerModule.setup('api/docs', application, create, { jsonDocumentUrl: 'api/docs-json' });
}
