import { randomBytes } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { createControlRouter } from './adapters/control/control-router.ts';
import { boundBodies } from './bound-bodies.ts';
import type { Context } from './context.ts';
import { shelfForCalls, soundsForCalls } from './editions/shelf-for-calls.ts';
import { createFailureTeller } from './editions/tell-failures.ts';
import { isSendersFault, statusOf } from './errors.ts';
import { lazyRouter } from './lazy-router.ts';
import { createAudioRouter } from './line/audio-router.ts';
import { createPhonePageRouter } from './line/browser-phone/page-router.ts';
import { createPhoneRouter } from './line/browser-phone/phone-router.ts';
import { createTwilioListener } from './line/twilio/twilio-listener.ts';
import { isTwilioPath } from './line/twilio/twilio-path.ts';
import { createSumUp } from './sum-up.ts';

/** The HTTP side of the line as a function of its parts. Never listens. */
export function createApp(context: Context): Express {
  const { config, shelf, narrator, budget, clock, log, readiness } = context;
  const { disaster } = context.disaster;
  const calls = { shelf: shelfForCalls(shelf), sounds: soundsForCalls(shelf, narrator) };
  const dialsUntried = !config.isProduction;
  // Production is reached by https, whether or not anybody has said under which address.
  const isSecure = config.publicUrl?.startsWith('https:') ?? config.isProduction;
  const app = express();
  app.disable('x-powered-by');
  // Twilio caches what has an ETag; files set their own.
  app.set('etag', false);
  app.set('trust proxy', config.trustProxy);
  const twilio = createTwilioListener({
    account: config.twilio,
    ...calls,
    budget,
    dialsUntried,
    disaster: disaster.noticeNow,
    clock,
    refused: createSumUp((refused) => log.warn({ refused }, 'webhooks were refused')),
    broken: (error) => log.error({ err: error }, 'a turn broke; the caller heard the trouble text'),
  });
  const bound = boundBodies();
  let isProxyTold = config.trustProxy !== 0;
  app.use((request, response, next) => {
    bound(request);
    if (isTwilioPath(request.url)) return twilio(request, response, request.originalUrl);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (!isProxyTold && request.headers['x-forwarded-for'] !== undefined) {
      isProxyTold = true;
      log.warn('requests come through a proxy, and TRUST_PROXY is not set: all visitors count as one');
    }
    next();
  });
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
      isSecure,
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
      lazyRouter(async () => (await load()).createClosedConsole(randomBytes, isSecure)),
    );
  }
  app.use('/control', createControlRouter(context.control.secret, disaster));
  if (config.hasPhonePage) {
    app.use(['/phone'], helmet(pagePolicy(isSecure)));
    app.use(createPhonePageRouter());
    app.use(
      '/phone',
      createPhoneRouter({
        ...calls,
        dialsUntried,
        disaster: disaster.noticeNow,
        clock,
      }),
    );
  }
  const astray = createSumUp((paths) =>
    log.warn({ paths }, 'webhooks are at /twilio/voice and /twilio/status, not here'),
  );
  app.use((request, response) => {
    if (/twilio/i.test(request.path)) astray(withoutNumbers(request.path));
    response.status(404).type('text/plain').send('There is nothing at this address.');
  });
  app.use(unexpected((error) => log.error({ err: error }, 'a request broke')));
  return app;
}

/** Everything from ourselves; scripts on plain http work only when nothing upgrades their requests. */
const pagePolicy = (isSecure: boolean) => ({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'media-src': ["'self'", 'blob:'],
      'img-src': ["'self'", 'data:'],
      'style-src': ["'self'"],
      'upgrade-insecure-requests': isSecure ? [] : null,
    },
  },
});

/** Characters of an address that a stranger has made up. */
export const longestStrayPath = 60;

/** The beginning of a path, for the log: short, and without a single digit, which could be one of somebody's number. */
const withoutNumbers = (path: string): string => path.slice(0, longestStrayPath).replace(/(?:%..?|[^/a-z._-])+/gi, '…');

/** The last word: a fixed sentence, nothing of the inside. */
function unexpected(report: (error: unknown) => void): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const isTheirs = isSendersFault(error, request.socket.destroyed);
    if (!isTheirs) report(error);
    // Express would write it to the console.
    if (response.headersSent) return void request.socket.destroy();
    if (isTheirs) {
      const status = statusOf(error);
      response
        .status(status < 500 ? status : 400)
        .type('text/plain')
        .send('There is nothing at this address.');
      return;
    }
    response.status(500).type('text/plain').send('Something went wrong on our side; please try again.');
  };
}
