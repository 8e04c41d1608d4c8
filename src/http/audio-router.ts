import { resolve } from 'node:path';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { isBrokenOff, statusOf } from '../common/errors.ts';
import type { Narrator } from '../edition/narrator.ts';
import { isContentKey } from '../sound/audio-store.ts';
import { audioPath } from '../sound/file-audio-store.ts';

const year = 31_536_000_000;

/** The status codes for a failed precondition of a request, and for a range that does not exist. */
const refusals = new Set([412, 416]);

/**
 * Serves narrations, which are public and never change under their addresses. A missing narration is created first,
 * because a wait of a second is better than silence.
 * @param failed called when a narration cannot be created, or its broken file cannot be deleted
 * @param elsewhere answers requests for a narration that cannot be created here, or calls `next` for a 404
 */
export function createAudioRouter(
  folder: string,
  narrator: Pick<Narrator, 'ensureKey' | 'discard'>,
  failed: (error: unknown) => void,
  elsewhere: RequestHandler = (_request, _response, next) => next(),
): Router {
  const router = Router();

  const notFound = (response: Response) => {
    response.removeHeader('ETag');
    response.removeHeader('Cache-Control');
    response.status(404).type('text/plain').send('There is no such recording.');
  };

  const make = async (key: string): Promise<boolean> => {
    try {
      return await narrator.ensureKey(key);
    } catch (error) {
      failed(error);
      return false;
    }
  };

  const send = (request: Request, response: Response, key: string, lost: () => void) => {
    response.set({ 'Content-Type': 'audio/wav', ETag: `"${key}"` });
    const options = { root: resolve(folder), maxAge: year, immutable: true, lastModified: false };
    response.sendFile(audioPath(key), options, (error) => {
      if (!error) return;
      if (isBrokenOff(error, request.socket.destroyed)) return;
      if (!refusals.has(statusOf(error))) return lost();
      response.removeHeader('Cache-Control');
      response.status(statusOf(error)).end();
    });
  };

  /** Replaces a file that is gone or cannot be read, and sends the new one. Files may be deleted at any time. */
  const sendAgain = async (request: Request, response: Response, key: string): Promise<void> => {
    try {
      await narrator.discard(key);
    } catch (error) {
      failed(error);
    }
    const isMade = await make(key);
    // A response that broke off cannot be sent again; the next request gets the new file.
    if (response.headersSent) return void response.destroy();
    if (!isMade) return notFound(response);
    send(request, response, key, () => {
      void narrator.discard(key).catch(failed);
      if (response.headersSent) response.destroy();
      else notFound(response);
    });
  };

  router.get('/:name', async (request, response) => {
    const key = request.params.name.replace(/\.wav$/, '');
    if (!isContentKey(key) || !request.params.name.endsWith('.wav')) return notFound(response);
    if (!(await make(key))) return void elsewhere(request, response, () => notFound(response));
    send(request, response, key, () => void sendAgain(request, response, key));
  });
  return router;
}
