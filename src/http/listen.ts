import { once } from 'node:events';
import type { Server } from 'node:http';
import { codeOf } from '../common/errors.ts';
import type { Config } from '../config.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** The port cannot be opened; the message says what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** Prints the addresses of the line. */
export function printLine({ hasPhonePage, twilio }: Pick<Config, 'hasPhonePage' | 'twilio'>, port: number): void {
  const address = `http://localhost:${port}`;
  print(`Kotozute answers on ${address}`);
  if (hasPhonePage) print(`Call it in the browser: ${address}/phone`);
  if (!twilio) print('Twilio is not connected: every webhook gets 403. README.md says what to set.');
}

const portAdvice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program; end that program, or set PORT to another number.',
  EACCES: 'may not be opened by this account; set PORT to a number above 1023.',
};

/** @throws PortError when the port is in use, or may not be opened by this account */
export async function listen(server: Server, port: number): Promise<void> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    const advice = portAdvice[codeOf(error) ?? ''];
    throw advice ? new PortError(`Port ${port} ${advice}`, { cause: error }) : error;
  }
}
