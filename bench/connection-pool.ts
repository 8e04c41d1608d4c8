import { type Answer, type Connection, openConnection } from './http-connection.ts';

/** Keeps connections as Twilio's proxies do: uses any free one, or opens a new one. */
interface ConnectionPool extends Disposable {
  ask(request: Uint8Array): Promise<Answer>;
  /** How many connections were open at once. */
  readonly size: number;
}

export function createConnectionPool(port: number): ConnectionPool {
  const all: Connection[] = [];
  const free: Connection[] = [];
  /** Drops connections that the server has closed meanwhile. */
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
