/** Ports of this machine: a free one for the database, and whether the application's own is free. */

import { once } from 'node:events';
import { createServer } from 'node:net';
import { PortInUseError } from '../errors.js';

/** A port of the loopback interface that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('A network server has a numeric port.');
  return address.port;
}

/** Asked before anything is started, so that a second start by mistake touches nothing. */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new PortInUseError(port, { cause })
      : cause;
  }
  server.close();
  await once(server, 'close');
}
