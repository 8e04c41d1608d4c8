import { randomBytes } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { createControlRouter } from './adapters/control/control-router.ts';
import { createAudioRouter } from './adapters/files/audio-router.ts';
import { createPhonePageRouter } from './adapters/phone/page-router.ts';
import { createPhoneRouter } from './adapters/phone/phone-router.ts';
import { createTwilioListener } from './adapters/twilio/twilio-listener.ts';
import type { Context } from './context.ts';
import { createFailureTeller } from './editions/tell-failures.ts';
import { statusOf } from './errors.ts';
import { lazyRouter } from './lazy-router.ts';

/** The HTTP side of the line as a function of its parts. Never listens. */
export function createApp(context: Context): Express {
  const { config, shelf, narrator, budget, clock, log, readiness } = context;
  const { disaster } = context.disaster;
  const dialsUntried = !config.isProduction;
  const app = express();
  app.disable('x-powered-by');
  // Twilio caches what has an ETag; files set their own.
  app.set('etag', false);
  const twilio = createTwilioListener({
    account: config.twilio,
    shelf,
    narrator,
    budget,
    dialsUntried,
    disaster: disaster.noticeNow,
    clock,
    refused: (why) => log.warn({ why }, 'a webhook was refused'),
    broken: (error) => log.error({ err: error }, 'a turn broke; the caller heard the trouble text'),
  });
  app.use('/twilio', (request, response) => twilio(request, response, request.originalUrl));
  const missing = createFailureTeller((told) => log.error(told, 'a narration could not be made'));
  app.use(
    '/audio',
    createAudioRouter(config.audioCacheFolder, narrator, (error) => missing([error])),
  );
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('The process lives.');
  });
  app.get('/readyz', (_request, response) => {
    const { isReady } = readiness;
    const text = isReady ? 'An edition can be served.' : 'The audio of the edition is being made.';
    response
      .status(isReady ? 200 : 503)
      .type('text/plain')
      .send(text);
  });
  const { office, crawls, publisher, approvals, rehearsal } = context;
  if (office && crawls && publisher && approvals && rehearsal) {
    const parts = {
      desk: office.staff,
      drafts: office.drafts,
      editions: office.editions,
      publisher,
      approvals,
      crawls,
      memos: office.memos,
      disaster: { state: () => disaster.stateNow, desk: context.disaster.desk, approved: context.disaster.approved },
      rehearsal,
      shelf,
      narrator,
      engine: context.engine,
      clock,
      random: randomBytes,
      publicUrl: config.publicUrl,
      report: (error: unknown) => log.error({ err: error }, 'a page of the console broke'),
    };
    const load = () => import('./adapters/console/console-router.ts');
    app.use(
      '/console',
      lazyRouter(async () => (await load()).createConsoleRouter(parts)),
    );
  } else {
    const load = () => import('./adapters/console/closed-console.ts');
    app.use(
      '/console',
      lazyRouter(async () => (await load()).createClosedConsole(randomBytes, config.publicUrl)),
    );
  }
  app.use('/control', createControlRouter(context.control.secret, disaster));
  if (config.hasPhonePage) {
    app.use(['/phone'], helmet(pagePolicy(config.publicUrl)));
    app.use(createPhonePageRouter());
    app.use(
      '/phone',
      createPhoneRouter({
        shelf,
        narrator,
        dialsUntried,
        disaster: disaster.noticeNow,
        demonstrationVoice: config.speechEngine === 'espeak',
        clock,
      }),
    );
  }
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('There is nothing at this address.');
  });
  app.use(unexpected((error) => log.error({ err: error }, 'a request broke')));
  return app;
}

/** Everything from ourselves; scripts on plain http work only when nothing upgrades their requests. */
const pagePolicy = (publicUrl: string | null) => ({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'media-src': ["'self'", 'blob:'],
      'img-src': ["'self'", 'data:'],
      'style-src': ["'self'"],
      'upgrade-insecure-requests': publicUrl?.startsWith('https:') ? [] : null,
    },
  },
});

/** The last word: a fixed sentence, nothing of the inside. */
function unexpected(report: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (statusOf(error) < 500) {
      response.status(statusOf(error)).type('text/plain').send('There is nothing at this address.');
      return;
    }
    report(error);
    response.status(500).type('text/plain').send('Something went wrong on our side; please try again.');
  };
}
