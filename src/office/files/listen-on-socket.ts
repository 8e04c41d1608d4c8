import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, type Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../../common/errors.ts';
import { ExplainedError } from '../../common/explained-error.ts';

/** Another office answers on the socket in DATA_DIR; the explanation says what to do. */
class SocketTakenError extends ExplainedError {
  override readonly name = 'SocketTakenError';
}

const takenTexts = {
  ja: 'この DATA_DIR では、別のサービスが動いています。それを終わらせるか、DATA_DIR に別のフォルダーを設定してください。',
  en: 'Another service runs on this DATA_DIR. Stop that service, or set DATA_DIR to another folder.',
} as const;

/** Milliseconds until the next attempt to create a socket that could not be created. */
const retryAfter = 10_000;

/**
 * Lets the office listen on the socket in DATA_DIR, through which the line reaches the console. If the socket cannot be
 * created, for example because the disk is full, the error is logged, and more attempts follow in the background. They
 * end when one succeeds, when another office answers on the socket, or when the signal is aborted.
 * @throws SocketTakenError if another office answers on the socket
 */
export async function listenOnSocket(
  server: Server,
  socketPath: string,
  log: Pick<Logger, 'error' | 'info'>,
  signal: AbortSignal,
  every = retryAfter,
): Promise<void> {
  await checkSocket(socketPath);
  try {
    await listenOnce(server, socketPath);
  } catch (error) {
    log.error(
      { why: messageOf(error) },
      'the socket in DATA_DIR could not be created: a line on this machine cannot reach the console; calls are answered',
    );
    void listenLater(server, socketPath, log, signal, every);
  }
}

/**
 * Checks that no other office answers on the socket. A starting office does this before it opens the database, because
 * the database belongs to the office that already runs.
 * @throws SocketTakenError if another office answers on the socket
 */
export async function checkSocket(socketPath: string): Promise<void> {
  if (await answers(socketPath)) throw new SocketTakenError(takenTexts);
}

async function listenOnce(server: Server, socketPath: string): Promise<void> {
  // A killed office leaves its socket behind. A Windows pipe is not a file and disappears with its process.
  if (!socketPath.startsWith('\\\\')) await rm(socketPath, { force: true }).catch(() => {});
  server.listen(socketPath);
  await once(server, 'listening');
}

async function listenLater(
  server: Server,
  socketPath: string,
  log: Pick<Logger, 'error' | 'info'>,
  signal: AbortSignal,
  every: number,
): Promise<void> {
  while (!server.listening) {
    await setTimeout(every, undefined, { signal, ref: false }).catch(() => {});
    const isOther = await answers(socketPath);
    if (signal.aborted) return;
    if (isOther) return log.error('another office now uses the socket in DATA_DIR; stop one of the two services');
    await listenOnce(server, socketPath).catch(() => {});
  }
  log.info('the socket in DATA_DIR has been created; the console can be reached');
}

const answers = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
