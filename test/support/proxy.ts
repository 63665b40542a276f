/** Stands between a program and a server, and can be taken away: to the program the server is lost. */

import { once } from 'node:events';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';

export interface DatabaseProxy {
  /** The address of the server by way of the proxy. */
  readonly url: string;
  /** Breaks every connection and takes no new one. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function proxyTo(url: string): Promise<DatabaseProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket, other: Socket): void => {
    sockets.add(socket);
    socket
      .on('error', () => undefined)
      .once('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
  };
  const listen = async (port: number): Promise<Server> => {
    const server = createServer((near) => {
      const far = dial(Number(target.port), target.hostname);
      keep(near, far);
      keep(far, near);
      near.pipe(far).pipe(near);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const proxied = new URL(url);
  proxied.hostname = '127.0.0.1';
  proxied.port = String(port);
  return {
    url: proxied.href,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    async mend() {
      server = await listen(port);
    },
  };
}
