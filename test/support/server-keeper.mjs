/**
 * Keeps the test run's PostgreSQL: starts it when the first test asks, and takes it away when the run is over,
 * however it ends: the pipe to the run closes even when that is killed.
 */

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/demo/embedded-postgres.js';

/** Test data need not survive a power cut. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  max_wal_size: '4GB',
};

let starting;

async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'nest-segments-test-'));
  const dataDir = join(folder, 'data');
  // The server's own user passes through the temporary folder when the tests run as root.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir,
    settings,
    initdbFlags: ['--no-sync'],
    log: console.error,
  });
  return { folder, server };
}

async function stopServer() {
  if (!starting) return;
  const { folder, server } = await starting;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

const http = createServer(async (_request, response) => {
  // A connection kept alive may close just when it is used again.
  response.setHeader('connection', 'close');
  try {
    starting ??= startServer();
    const { server } = await starting;
    response.end(server.url);
  } catch (error) {
    response.writeHead(500).end(error.message);
  }
});

http.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${http.address().port}\n`));

// Ctrl-C in a terminal reaches this process too, before the tests have let go of their databases.
process.on('SIGINT', () => undefined);
process.stdin.resume().once('end', async () => {
  http.close();
  http.closeAllConnections();
  await stopServer();
});
