import { resolve } from 'node:path';
import { type Response, Router } from 'express';
import { codeOf, statusOf } from '../../errors.ts';
import { isContentKey } from '../../speech/audio-store.ts';
import type { Narrator } from '../../speech/narrator.ts';
import { audioPath } from './file-audio-store.ts';

const year = 31_536_000_000;

/**
 * The narrations, public and for ever the same under their address. One that is not there yet is made first: better a
 * second's wait than silence.
 * @param failed told when a narration cannot be made; the listener gets 404
 */
export function createAudioRouter(folder: string, narrator: Narrator, failed: (error: unknown) => void): Router {
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

  const send = (response: Response, key: string, missing: () => void) => {
    response.set({ 'Content-Type': 'audio/wav', ETag: `"${key}"` });
    const options = { root: resolve(folder), maxAge: year, immutable: true, lastModified: false };
    response.sendFile(audioPath(key), options, (error) => {
      if (!error || response.headersSent) return;
      if (codeOf(error) === 'ENOENT') return missing();
      if (statusOf(error) === 500) {
        failed(error);
        return notFound(response);
      }
      // The request asks for a part that is not there, or sets a condition that does not hold.
      response.removeHeader('Cache-Control');
      response.status(statusOf(error)).end();
    });
  };

  /** The file was deleted under our feet; audio-cache/ may be, at any time. */
  const sendAgain = async (response: Response, key: string): Promise<void> => {
    try {
      await narrator.forget(key);
    } catch (error) {
      failed(error);
    }
    if (await make(key)) send(response, key, () => notFound(response));
    else notFound(response);
  };

  router.get('/:name', async (request, response) => {
    const key = request.params.name.replace(/\.wav$/, '');
    if (!isContentKey(key) || !request.params.name.endsWith('.wav')) return notFound(response);
    if (!(await make(key))) return notFound(response);
    send(response, key, () => void sendAgain(response, key));
  });
  return router;
}
