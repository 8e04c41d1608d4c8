import type { RequestListener } from 'node:http';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { RaiseAlert } from '../alerts/alert.ts';
import type { DisasterNotice } from '../call/disaster.ts';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';
import type { EditionShelf } from '../edition/edition.ts';
import type { Narrator } from '../edition/narrator.ts';
import type { TurnSounds } from '../edition/turn-sounds.ts';
import { createAudioRouter } from '../http/audio-router.ts';
import { boundBodies } from '../http/bound-requests.ts';
import { createErrorHandler } from '../http/error-handler.ts';
import type { TrustProxy } from '../http/trust-proxy.ts';
import { phonePage } from './browser-phone/phone-page.ts';
import { createPhoneAssetsRouter, createPhoneRouter } from './browser-phone/phone-router.ts';
import { callNames } from './call-names.ts';
import { createPagesRouter } from './pages/pages-router.ts';
import { createThrottledLog } from './throttled-log.ts';
import { createTransferBudget, type TransferBudget } from './transfer-budget.ts';
import { type CallReports, createCallReports } from './twilio/call-reports.ts';
import type { TwilioAccount } from './twilio/check-signature.ts';
import { isTwilioPath } from './twilio/read-webhook.ts';
import { createTwilioListener } from './twilio/twilio-listener.ts';

/** The settings of the line's HTTP side. */
export interface LineSettings {
  readonly publicUrl: string | null;
  readonly trustProxy: TrustProxy;
  readonly twilio: TwilioAccount | null;
  readonly isProduction: boolean;
  readonly hasPhonePage: boolean;
  readonly audioCacheFolder: string;
}

/** Everything needed to answer calls. */
interface LineParts {
  readonly settings: LineSettings;
  readonly shelf: Pick<EditionShelf, 'current' | 'find'>;
  /** Loads an edition from its file, for a call that began on it. Returns null if the call need not wait. */
  readonly loadEdition: (edition: string) => Promise<void> | null;
  readonly sounds: TurnSounds;
  readonly narrator: Pick<Narrator, 'ensureKey' | 'discard'>;
  /** Limits the transfers; by default to the number per hour that the live edition allows. */
  readonly budget?: TransferBudget;
  /** By default, the stopwatch of the machine. */
  readonly stopwatch?: Stopwatch;
  /** The disaster notice that is active now; null if there is none. */
  readonly disaster: () => DisasterNotice | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Whether `/readyz` reports that an edition can be served. */
  readonly isReady: () => boolean;
  /** The status of the office, in a sentence for the operator of the service. */
  readonly officeStatus?: () => string;
  /** Alerts the operators; by default, does nothing. */
  readonly alert?: RaiseAlert;
  /** Counts what happens in calls, and alerts the operators. By default, the app creates its own, with empty counts. */
  readonly reports?: CallReports;
  /** Answers `/console` and `/control`. */
  readonly office: RequestHandler;
  /** Answers requests for sounds that cannot be created here; by default, with 404. */
  readonly soundsElsewhere?: RequestHandler;
  /** Called when a narration cannot be created, or its broken file cannot be deleted. */
  readonly unmade: (error: unknown) => void;
  readonly log: Logger;
}

/** The text of `/healthz`. */
export const healthText = (officeStatus: string): string =>
  ['The process lives.', officeStatus].filter(Boolean).join('\n');

/**
 * The 404 page, for people who mistype an address. It has no style, because most requests for such addresses are
 * automated.
 */
const nothingHere = `<!doctype html>
<html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>404</title>
<p>このアドレスには何もありません。<a href="/">最初のページ</a></p>
<p lang="en">There is nothing at this address. <a href="/">First page</a></p></html>
`;

/**
 * Creates the request listener of the line; does not open a port. Webhooks bypass Express, because Express would double
 * the time that an answer takes.
 */
export function createLineApp(parts: LineParts): RequestListener {
  const { settings, shelf, loadEdition, sounds, disaster, clock, stopwatch, log, alert = () => {} } = parts;
  const {
    reports = createCallReports(
      alert,
      stopwatch ?? machineStopwatch,
      callNames(() => shelf),
    ),
  } = parts;
  const { budget = createTransferBudget(() => shelf.current.file.transfersPerHour, stopwatch) } = parts;
  const dialsUntried = !settings.isProduction;
  // In production the line is reached over https, even if no address is configured.
  const isSecure = settings.publicUrl?.startsWith('https:') ?? settings.isProduction;
  const app = express();
  app.disable('x-powered-by');
  // Twilio caches responses that have an ETag, so Express adds none. Sounds and the public pages set their own.
  app.set('etag', false);
  app.set('trust proxy', settings.trustProxy);
  const calls = { shelf, loadEdition, sounds, dialsUntried, disaster, clock };
  const twilio = createTwilioListener({
    account: settings.twilio,
    ...calls,
    budget,
    refused: createThrottledLog((refused) => {
      log.warn({ refused }, 'webhooks were refused');
      // Without an account, every webhook is refused. The line has already printed this at its start.
      if (settings.twilio) alert('webhooks-refused');
    }),
    reports,
    broken(error) {
      log.error({ err: error }, 'a turn failed; the caller heard that the line is not working');
    },
  });
  let isProxyTold = settings.trustProxy !== 0;
  app.use((request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (!isProxyTold && request.headers['x-forwarded-for'] !== undefined) {
      isProxyTold = true;
      log.warn('requests come through a proxy, and TRUST_PROXY is not set: all visitors share the same rate limits');
    }
    next();
  });
  app.use('/audio', createAudioRouter(settings.audioCacheFolder, parts.narrator, parts.unmade, parts.soundsElsewhere));
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send(healthText(parts.officeStatus?.() ?? ''));
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
  const { hasPhonePage, publicUrl } = settings;
  const shown = { shelf, disaster, clock, publicUrl, phonePage: hasPhonePage ? phonePage : null };
  app.use(createPagesRouter({ ...shown, headers: helmet(pagePolicy(isSecure)) }));
  if (hasPhonePage) {
    app.use(['/phone'], helmet(pagePolicy(isSecure)));
    app.use(createPhoneAssetsRouter());
    app.use('/phone', createPhoneRouter(calls));
  }
  const misdirected = createThrottledLog((paths) =>
    log.warn({ paths }, 'webhooks are at /twilio/voice and /twilio/status, not here'),
  );
  app.use((request, response) => {
    if (/twilio/i.test(request.path)) misdirected(withoutNumbers(request.path));
    response.status(404).type('html').send(nothingHere);
  });
  app.use(createErrorHandler((error) => log.error({ err: error }, 'a request failed')));
  const bound = boundBodies();
  return (request, response) => {
    const { url = '' } = request;
    // The proxy to the office limits the bodies of its requests itself.
    if (!isForOffice(url)) bound(request);
    if (isTwilioPath(url)) twilio(request, response, url);
    else app(request, response);
  };
}

const officePath = /^\/(?:console|control)(?:[/?]|$)/i;

/** Whether an address belongs to the office. */
export const isForOffice = (address = ''): boolean => officePath.test(address);

/**
 * Pages may load scripts, styles, images and sounds only from our own origin. Images may also come from `data:`
 * addresses, and sounds from `blob:` addresses. On plain http, the policy does not tell browsers to use https, because
 * they could not load the scripts over https.
 */
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

/** Maximum length of an unknown path in the log, in characters. */
export const longestStrayPath = 60;

/**
 * Shortens a path for the log, and replaces parts of it by `…`: digits, because they could belong to a telephone
 * number, and parts of 25 characters or more, because they could be the secret of a link. Escapes and unusual
 * characters are replaced too.
 */
const withoutNumbers = (path: string): string =>
  path
    .replace(/[^/]{25,}/g, '…')
    .slice(0, longestStrayPath)
    .replace(/(?:%..?|[^/a-z._-])+/gi, '…');
