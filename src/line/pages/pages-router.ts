import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { DisasterNotice } from '../../call/disaster.ts';
import { furtherSayings } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import { isDayOver, isPastReview } from '../../call/person.ts';
import { RecentMap } from '../../common/recent-map.ts';
import type { Edition, EditionShelf } from '../../edition/edition.ts';
import { phonePage } from '../browser-phone/phone-page.ts';
import { type PageConditions, sentencesOf } from './line-texts.ts';
import { styleAddress } from './page-frame.ts';
import { preferredLanguage } from './preferred-language.ts';
import { startPage, unknownPage } from './start-page.ts';
import { statementPage } from './statements.ts';
import { textsPage } from './texts-page.ts';

/** What the public pages need. */
interface PagesParts {
  readonly shelf: Pick<EditionShelf, 'current'>;
  /** The disaster notice that is active at a given time; null if there is none. */
  readonly disaster: (now: number) => DisasterNotice | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly hasPhonePage: boolean;
  /** Sets the security headers of pages. */
  readonly headers: RequestHandler;
}

/** A page that is ready to be sent. */
interface Written {
  readonly body: Buffer;
  readonly etag: string;
}

/** Maximum number of pages kept in memory: more than a line in ten languages has at one time. */
const mostKept = 80;

/** Matches addresses in the form of a language tag. The service's own addresses have longer first parts. */
export const languageAddress = /^\/([a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4})\/?$/i;

/**
 * The public pages: `/` to choose a language, `/<language>` with all texts of the line, `/privacy`, `/accessibility`, and, where
 * there is one, `/phone` with the browser phone. A page is kept, and written anew when something that it may show has changed.
 * Browsers revalidate it at every visit, so they show a new edition immediately.
 */
export function createPagesRouter({ shelf, disaster, clock, hasPhonePage, headers }: PagesParts): Router {
  const router = Router();
  router.get(['/', '/privacy', '/accessibility', '/phone', styleAddress, languageAddress], headers);
  const kept = new RecentMap<string, Written>(mostKept);

  const send = (response: Response, name: string, write: (edition: Edition, conditions: PageConditions) => string) => {
    const edition = shelf.current;
    const now = clock();
    const conditions: PageConditions = { now: new Date(now).toISOString(), disaster: disaster(now) };
    const code = JSON.stringify([name, edition.id, stateOf(edition, conditions)]);
    let written = kept.get(code);
    if (!written) {
      const body = Buffer.from(write(edition, conditions));
      written = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
      kept.set(code, written);
    }
    response.set({ 'Cache-Control': 'no-cache', ETag: written.etag }).type('html');
    response.send(written.body);
  };
  const preferredIn = (request: Request, response: Response): string | null => {
    response.vary('Accept-Language');
    const offered = shelf.current.file.languages.map(({ tag }) => tag);
    return preferredLanguage(request.headers['accept-language'], offered);
  };

  router.get('/', (request, response) => {
    const preferred = preferredIn(request, response);
    send(response, `/ ${preferred}`, (edition, conditions) => startPage(edition, preferred, conditions, hasPhonePage));
  });
  if (hasPhonePage) {
    router.get('/phone', (request, response) => {
      const preferred = preferredIn(request, response);
      const { language: asked } = request.query;
      const known = typeof asked === 'string' && asked !== '' ? languageOf(shelf.current, asked) : preferred;
      send(response, `/phone ${known}`, (edition, conditions) => phonePage(edition, known, conditions));
    });
  }
  for (const name of ['privacy', 'accessibility'] as const) {
    router.get(`/${name}`, (request, response) => {
      // A reader who comes from the page of a language stays in that language.
      const { languages } = shelf.current.file;
      const tag = languages.find((each) => each.tag === request.query.language)?.tag ?? 'ja';
      send(response, `${name} ${tag}`, (edition) => statementPage(edition, name, tag, hasPhonePage));
    });
  }
  router.get(styleAddress, (_request, response) => {
    const headers = { 'Cache-Control': 'no-cache' };
    response.sendFile('residents.css', { root: join(import.meta.dirname, 'page'), headers });
  });
  router.get(languageAddress, (request, response) => {
    const asked = String(request.params[0]);
    const tag = languageOf(shelf.current, asked);
    if (tag !== null && tag !== asked) return response.redirect(`/${tag}`);
    if (tag !== null) {
      return send(response, `/${tag}`, (edition, conditions) => textsPage(edition, tag, conditions, hasPhonePage));
    }
    const preferred = preferredIn(request, response);
    response.status(404);
    send(response, `404 ${preferred}`, (edition) => unknownPage(edition, preferred, hasPhonePage));
  });
  return router;
}

/** The edition's spelling of a language tag, in which capitals do not matter; null if the edition lacks the language. */
const languageOf = ({ file }: Edition, asked: string): LanguageTag | null =>
  file.languages.find(({ tag }) => tag.toLowerCase() === asked.toLowerCase())?.tag ?? null;

/** Everything besides the edition that changes a page. The sentence with the time of a notice may arrive after the notice. */
function stateOf(edition: Edition, { now, disaster }: PageConditions): unknown {
  const { line } = edition;
  const isOutdated = isPastReview(line.reviewBy, line.timeZone, now);
  const daysOver = (edition.file.dates ?? []).flatMap(([, dates]) =>
    dates.map(({ until }) => isDayOver(until, line.timeZone, now)),
  );
  if (!disaster) return [isOutdated, daysOver];
  const languages = [...new Set([...disaster.languages, ...line.announcers])];
  const timed = languages.flatMap((tag) => furtherSayings(disaster, tag)).filter(({ at }) => at !== undefined);
  return [isOutdated, daysOver, disaster, sentencesOf(edition, ...timed).map(({ shown }) => shown)];
}
