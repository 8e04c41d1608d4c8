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
  return {
    get size() {
      return all.length;
    },
    async ask(request) {
      let connection = free.pop();
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
