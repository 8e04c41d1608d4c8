import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { createWindowStore } from '../common/window-store.ts';
import { readForms } from './form.ts';
import { showMessage } from './show.ts';
import { visitOf } from './visit.ts';
import { type VisitLimits, visitsPerMinute } from './visits-per-minute.ts';

/** Where a request comes from; of IPv6 the part that a provider gives to one customer, who has all addresses in it. */
export const addressOf = ({ ip = '' }: Pick<Request, 'ip'>): string => ipKeyGenerator(ip);

/** Lets one visitor ask only so often, before anything is looked up or read for him. */
export const limitVisitors = (limits: VisitLimits = visitsPerMinute): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: (_request, response) => limits[visitOf(response).browser === null ? 'stranger' : 'known'],
    keyGenerator: (request, response) => visitOf(response).browser ?? addressOf(request),
    handler: (request, response) => {
      const { browser, t } = visitOf(response);
      // What staff typed is read after all, so that the answer holds it.
      if (browser !== null) return readForms(request, response, () => showMessage(response, 429, 'frame.too-many'));
      // A stranger's form is not, and as long as he keeps asking, one sentence costs less than a page.
      response
        .status(429)
        .set('Connection', 'close')
        .type('text/plain')
        .send(`${t('frame.too-many')}\n`);
    },
    store: createWindowStore(),
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Without TRUST_PROXY everybody behind a proxy shares one limit; the service itself says so once.
    validate: { xForwardedForHeader: false },
  });
