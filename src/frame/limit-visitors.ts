import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { createWindowStore } from '../common/window-store.ts';
import { readForms } from './form.ts';
import { showMessage } from './show.ts';
import { visitOf } from './visit.ts';

/** Maximum requests per minute, not counting styles and scripts. */
export interface VisitLimits {
  /** From one address, for browsers in which nobody has signed in before. All staff may share one address. */
  readonly stranger: number;
  /** From one browser in which somebody has signed in before, whatever its address is. */
  readonly known: number;
}

/** The limits of a running service: many times more than people need. */
export const visitsPerMinute: VisitLimits = { stranger: 240, known: 1200 };

/**
 * The address of a request. For IPv6 it is only the prefix that a provider assigns to one customer, because the
 * customer can use every address in it.
 */
export const addressOf = ({ ip = '' }: Pick<Request, 'ip'>): string => ipKeyGenerator(ip);

/** Limits the requests of one visitor. It runs before anything is looked up or read for a request. */
export const limitVisitors = (limits: VisitLimits = visitsPerMinute): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: (_request, response) => limits[visitOf(response).browser === null ? 'stranger' : 'known'],
    keyGenerator: (request, response) => visitOf(response).browser ?? addressOf(request),
    handler: (request, response) => {
      const { browser, t } = visitOf(response);
      // A form from staff is still read, so that the answer can return what they typed.
      if (browser !== null) return readForms(request, response, () => showMessage(response, 429, 'frame.too-many'));
      // A stranger's form is not read. One sentence costs less than a page if the stranger keeps asking.
      response
        .status(429)
        .set('Connection', 'close')
        .type('text/plain')
        .send(`${t('frame.too-many')}\n`);
    },
    store: createWindowStore(),
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Without TRUST_PROXY everybody behind a proxy shares one limit. The service logs its own warning about that.
    validate: { xForwardedForHeader: false },
  });
