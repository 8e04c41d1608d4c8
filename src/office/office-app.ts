import express, { type Express } from 'express';
import { createAudioRouter } from '../http/audio-router.ts';
import { behindLine } from '../http/behind-line.ts';
import { boundBodies } from '../http/bound-requests.ts';
import { isFromLine } from '../http/line-secret.ts';
import { readSaid } from '../http/said-header.ts';
import { unexpected } from '../http/unexpected.ts';
import type { Context } from './context.ts';
import { soundsForCalls } from './editions/shelf-for-calls.ts';
import { createFailureTeller } from './editions/tell-failures.ts';
import { createOfficeRouter } from './office-router.ts';

/**
 * The HTTP side of an office that gets its requests from a line: the console, and sounds that the line cannot make. Never listens.
 * @param secret what a line on another machine shows; null where only a line of this machine reaches the office
 */
export function createOfficeApp(context: Context, secret: string | null = null): Express {
  const { config, shelf, narrator, log } = context;
  const missing = createFailureTeller((told) => log.error(told, 'a narration could not be made'));
  const sounds = soundsForCalls(shelf, narrator);
  const bound = boundBodies();
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', behindLine(config.trustProxy));
  app.use((request, response, next) => {
    bound(request);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // Commands on this machine have a secret of their own.
    if (secret === null || isFromLine(request, secret) || request.path.startsWith('/control/')) return next();
    response.status(403).type('text/plain').send('This address answers only its line.');
  });
  app.use('/audio', (request, _response, next) => {
    try {
      const said = readSaid(request);
      if (said) sounds.expect(said);
    } catch {
      // The line knows an edition of which this office has other words; its sound is then not to be had.
    }
    next();
  });
  app.use(
    '/audio',
    createAudioRouter(config.audioCacheFolder, narrator, (error) => missing([error])),
  );
  app.use(createOfficeRouter(context));
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('There is nothing at this address.');
  });
  app.use(unexpected((error) => log.error({ err: error }, 'a request broke')));
  return app;
}
