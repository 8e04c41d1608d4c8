import type { RequestListener } from 'node:http';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { DisasterNotice } from '../call/disaster.ts';
import type { Stopwatch } from '../common/stopwatch.ts';
import type { EditionShelf } from '../edition/edition.ts';
import type { Narrator } from '../edition/narrator.ts';
import type { TurnSounds } from '../edition/turn-sounds.ts';
import { createAudioRouter } from '../http/audio-router.ts';
import type { TrustProxy } from '../http/behind-line.ts';
import { boundBodies } from '../http/bound-requests.ts';
import { unexpected } from '../http/unexpected.ts';
import { createPhonePageRouter } from './browser-phone/page-router.ts';
import { createPhoneRouter } from './browser-phone/phone-router.ts';
import { createSumUp } from './sum-up.ts';
import { createTransferBudget, type TransferBudget } from './transfer-budget.ts';
import type { TwilioAccount } from './twilio/check-signature.ts';
import { isTwilioPath } from './twilio/read-webhook.ts';
import { createTwilioListener } from './twilio/twilio-listener.ts';

/** What the line's settings say of its HTTP side. */
export interface LineSettings {
  readonly publicUrl: string | null;
  readonly trustProxy: TrustProxy;
  readonly twilio: TwilioAccount | null;
  readonly isProduction: boolean;
  readonly hasPhonePage: boolean;
  readonly audioCacheFolder: string;
}

/** Everything that answers calls. */
export interface LineParts {
  readonly settings: LineSettings;
  readonly shelf: Pick<EditionShelf, 'current' | 'find'>;
  /** Brings the edition on which a call began from where it is kept; null when nothing has to be waited for. */
  readonly bring: (edition: string) => Promise<void> | null;
  readonly sounds: TurnSounds;
  readonly narrator: Pick<Narrator, 'ensureKey' | 'forget'>;
  /** Transfers that may be made; as many an hour as the live edition says, unless told otherwise. */
  readonly budget?: TransferBudget;
  /** The machine's unless told otherwise. */
  readonly stopwatch?: Stopwatch;
  /** The disaster notice that is on at a moment; null on ordinary days. */
  readonly disaster: (now: number) => DisasterNotice | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Whether every narration has once been there since the start. */
  readonly isReady: () => boolean;
  /** How the office fares, in a sentence for whoever looks after the service. */
  readonly fares?: () => string;
  /** Answers `/console` and `/control`. */
  readonly office: RequestHandler;
  /** Answers for sounds that cannot be made here; unless told otherwise nobody does. */
  readonly soundsElsewhere?: RequestHandler;
  /** Told what could not be made. */
  readonly unmade: (error: unknown) => void;
  readonly log: Logger;
}

/** What `/healthz` says. */
export const healthText = (fares: string): string => ['The process lives.', fares].filter(Boolean).join('\n');

/**
 * The HTTP side of the line as a function of its parts. Never listens. Webhooks do not go through Express, which would cost each
 * of them as much as its answer.
 */
export function createLineApp(parts: LineParts): RequestListener {
  const { settings, shelf, bring, sounds, disaster, clock, stopwatch, log } = parts;
  const { budget = createTransferBudget(() => shelf.current.file.transfersPerHour, stopwatch) } = parts;
  const dialsUntried = !settings.isProduction;
  // Production is reached by https, whether or not anybody has said under which address.
  const isSecure = settings.publicUrl?.startsWith('https:') ?? settings.isProduction;
  const app = express();
  app.disable('x-powered-by');
  // Twilio caches what has an ETag; files set their own.
  app.set('etag', false);
  app.set('trust proxy', settings.trustProxy);
  const calls = { shelf, bring, sounds, dialsUntried, disaster, clock };
  const twilio = createTwilioListener({
    account: settings.twilio,
    ...calls,
    budget,
    refused: createSumUp((refused) => log.warn({ refused }, 'webhooks were refused')),
    broken: (error) => log.error({ err: error }, 'a turn broke; the caller heard the trouble text'),
  });
  let isProxyTold = settings.trustProxy !== 0;
  app.use((request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (!isProxyTold && request.headers['x-forwarded-for'] !== undefined) {
      isProxyTold = true;
      log.warn('requests come through a proxy, and TRUST_PROXY is not set: all visitors count as one');
    }
    next();
  });
  app.use('/audio', createAudioRouter(settings.audioCacheFolder, parts.narrator, parts.unmade, parts.soundsElsewhere));
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send(healthText(parts.fares?.() ?? ''));
  });
  app.get('/readyz', (_request, response) => {
    const isReady = parts.isReady();
    const text = isReady ? 'An edition can be served.' : 'The audio of the edition is being made.';
    response
      .status(isReady ? 200 : 503)
      .type('text/plain')
      .send(text);
  });
  app.use((request, response, next) => {
    if (isForOffice(request.path)) parts.office(request, response, next);
    else next();
  });
  if (settings.hasPhonePage) {
    app.use(['/phone'], helmet(pagePolicy(isSecure)));
    app.use(createPhonePageRouter());
    app.use('/phone', createPhoneRouter(calls));
  }
  const astray = createSumUp((paths) =>
    log.warn({ paths }, 'webhooks are at /twilio/voice and /twilio/status, not here'),
  );
  app.use((request, response) => {
    if (/twilio/i.test(request.path)) astray(withoutNumbers(request.path));
    response.status(404).type('text/plain').send('There is nothing at this address.');
  });
  app.use(unexpected((error) => log.error({ err: error }, 'a request broke')));
  const bound = boundBodies();
  return (request, response) => {
    const { url = '' } = request;
    // What goes to the office has a bound of its own.
    if (!isForOffice(url)) bound(request);
    if (isTwilioPath(url)) twilio(request, response, url);
    else app(request, response);
  };
}

const officePath = /^\/(?:console|control)(?:[/?]|$)/i;

/** Whether the office answers an address. */
export const isForOffice = (address = ''): boolean => officePath.test(address);

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
