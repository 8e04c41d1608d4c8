import { codeOf, messageOf } from '../../common/errors.ts';

/** Milliseconds for a service on the same machine. */
const patience = 3000;

/**
 * The disaster switch of the service that runs here, read and written like a file.
 * @param note where it is; a service that was killed may have left it
 */
export function createServicePlace({ port, secret }: { readonly port: number; readonly secret: string }) {
  const ask = async (init: RequestInit): Promise<Response | null> => {
    try {
      return await fetch(`http://localhost:${port}/control/disaster`, {
        ...init,
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      if (codeOf(Object(error).cause) === 'ECONNREFUSED') return null;
      throw new Error(`The running service does not answer on port ${port}: ${messageOf(error)}`, { cause: error });
    }
  };
  return {
    /** @returns null when no service runs, or another program has its port now */
    async read(): Promise<string | null> {
      const response = await ask({});
      return response?.status === 200 ? await response.text() : null;
    },
    /** @throws Error when the service does not take it */
    async write(text: string): Promise<void> {
      const response = await ask({ method: 'PUT', body: text });
      if (response?.status === 409) throw new Error('Somebody else has moved the switch at this moment; look again.');
      if (response?.status !== 204) throw new Error(`No service answers on port ${port}.`);
    },
  };
}
