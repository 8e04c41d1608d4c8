import { type Answer, type Connection, openConnection } from './http-connection.ts';

/** Connections as a proxy of Twilio's keeps them: any free one is used, a new one opened when there is none. */
export interface ConnectionPool extends Disposable {
  ask(request: Uint8Array): Promise<Answer>;
  /** How many were open at once. */
  readonly size: number;
}

export function createConnectionPool(port: number): ConnectionPool {
  const all: Connection[] = [];
  const free: Connection[] = [];
  /** One that the server has closed meanwhile is let go of. */
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
