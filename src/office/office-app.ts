import express, { type Express } from 'express';
import { createAudioRouter } from '../http/audio-router.ts';
import { boundBodies } from '../http/bound-requests.ts';
import { createErrorHandler } from '../http/error-handler.ts';
import { isFromLine, readUtterance } from '../http/line-headers.ts';
import { trustBehindLine } from '../http/trust-proxy.ts';
import type { Context } from './context.ts';
import { createFailureReporter } from './editions/report-failures.ts';
import { soundsForCalls } from './editions/shelf-for-calls.ts';
import { createOfficeRouter } from './office-router.ts';

/**
 * The HTTP application of an office behind a line: the console, sounds that the line cannot make, and the disaster
 * switch for commands on this machine. It does not listen on a port.
 * @param secret expected from a line on another machine; null if only a line on this machine can reach the office
 */
export function createOfficeApp(context: Context, secret: string | null = null): Express {
  const { config, shelf, narrator, log } = context;
  const reportFailures = createFailureReporter((summary) => log.error(summary, 'a narration could not be made'));
  const sounds = soundsForCalls(shelf, narrator);
  const bound = boundBodies();
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', trustBehindLine(config.trustProxy));
  app.use((request, response, next) => {
    bound(request);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // Commands on this machine have another secret, which `/control` checks.
    if (secret === null || isFromLine(request, secret) || request.path.startsWith('/control/')) return next();
    response.status(403).type('text/plain').send('This address answers only its line.');
  });
  app.use('/audio', (request, _response, next) => {
    try {
      const said = readUtterance(request);
      if (said) sounds.expect(said);
    } catch {
      // The line uses an edition whose words this office does not have, so this office cannot make the sound.
    }
    next();
  });
  app.use(
    '/audio',
    createAudioRouter(config.audioCacheFolder, narrator, (error) => reportFailures([error])),
  );
  app.use(createOfficeRouter(context));
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('There is nothing at this address.');
  });
  app.use(createErrorHandler((error) => log.error({ err: error }, 'a request failed')));
  return app;
}
