/** `npm start`: brings up the database and the demo application, and takes both down in order on SIGINT or SIGTERM. */

import { type Environment, readEnvironment } from './environment.js';
import 'reflect-metadata';
import { DomainError } from '../errors.js';
import { createApplication } from './application.js';
import { openDatabase, startFailure } from './database.js';
import { requireFreePort } from './port.js';
import { firstTenant, prepareDatabase } from './prepare.js';
import { provideSecrets, showOnce } from './secrets.js';

await main(untilSignal()).catch((error: unknown) => {
  // A domain error says all there is to say; anything else is a fault of ours and needs its stack.
  const failure = startFailure(error);
  console.error(failure instanceof DomainError ? failure.message : failure);
  process.exitCode = 1;
});

async function main(end: Promise<void>): Promise<void> {
  const environment = readEnvironment(process.env);
  await requireFreePort(environment.port);
  const database = await openDatabase(environment, console.error);
  try {
    const secrets = await provideSecrets(process.env, environment.dataDir);
    await prepareDatabase(database.url, environment, console.error);
    const tenant = await firstTenant(database.url);
    const application = await createApplication({ url: database.url, environment, secrets, tenant });
    await application.listen(environment.port);
    greet(environment);
    showOnce(environment, secrets);
    await end;
    await application.close();
  } finally {
    await database.stop();
  }
}

function greet({ port, adminEmail }: Environment): void {
  const here = `http://localhost:${port}`;
  console.error(`Ready on ${here}
  Back office  ${here}/admin (sign in as ${adminEmail})
  HTTP API     ${here}/api/docs`);
}

/** Only the first signal is waited for: a second one ends the process at once, as usual. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
