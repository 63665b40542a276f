/** `npm start`: brings up the database and the demo application, and takes both down in order on SIGINT or SIGTERM. */

import { readEnvironment } from './environment.js';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DomainError } from '../errors.js';
import { openDatabase } from './database.js';
import { DemoModule } from './demo.module.js';
import { requireFreePort } from './port.js';

await main(untilSignal()).catch((error: unknown) => {
  // A domain error says all there is to say; anything else is a fault of ours and needs its stack.
  console.error(error instanceof DomainError ? error.message : error);
  process.exitCode = 1;
});

async function main(end: Promise<void>): Promise<void> {
  const environment = readEnvironment(process.env);
  await requireFreePort(environment.port);
  const database = await openDatabase(environment, console.error);
  try {
    const application = await NestFactory.create(DemoModule, { logger: ['error', 'warn'] });
    await application.listen(environment.port);
    console.error(`Ready on http://localhost:${environment.port}`);
    await end;
    await application.close();
  } finally {
    await database.stop();
  }
}

/** Only the first signal is waited for: a second one ends the process at once, as usual. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
