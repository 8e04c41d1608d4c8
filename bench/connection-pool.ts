import { type Answer, type Connection, openConnection } from './http-connection.ts';

/**
 * Keeps connections open, as Twilio's proxies do. A request uses any free connection. If none is free, a new one is
 * opened.
 */
interface ConnectionPool extends Disposable {
  ask(request: Uint8Array): Promise<Answer>;
  /** Number of connections that have been opened. */
  readonly size: number;
}

export function createConnectionPool(port: number): ConnectionPool {
  const all: Connection[] = [];
  const free: Connection[] = [];
  /** Finds a free connection. Drops those that the server has closed while they were free. */
  const findFree = (): Connection | undefined => {
    for (let each = free.pop(); each; each = free.pop()) if (each.isOpen) return each;
    return undefined;
  };
  return {
    get size() {
      return all.length;
    },
    async ask(request) {
      let connection = findFree();
      if (!connection) {
        connection = await openConnection(port);
        all.push(connection);
      }
      const answer = await connection.ask(request);
      free.push(connection);
      return answer;
    },
    [Symbol.dispose]() {
      for (const connection of all) connection.close();
    },
  };
}
