import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { DisasterNotice } from '../../call/disaster.ts';
import { furtherSayings } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import { isDayOver, isPastReview } from '../../call/person.ts';
import { RecentMap } from '../../common/recent-map.ts';
import type { Edition, EditionShelf } from '../../edition/edition.ts';
import { type PageConditions, sentencesOf } from './line-texts.ts';
import { preferredLanguage } from './preferred-language.ts';
import { startPage, unknownPage } from './start-page.ts';
import { statementPage } from './statements.ts';
import { style, styleAddress } from './style.ts';
import { textsPage } from './texts-page.ts';

/** What the public pages need. */
interface PagesParts {
  readonly shelf: Pick<EditionShelf, 'current'>;
  /** The disaster notice that is active now; null if there is none. */
  readonly disaster: () => DisasterNotice | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /**
   * Writes the page of the browser phone in a language, or in Japanese and English if the language is null. This
   * function is null if the line has no such page.
   */
  readonly phonePage: ((edition: Edition, tag: LanguageTag | null, conditions: PageConditions) => string) | null;
  /** The address of the line, without a slash at its end; null if it is not known. */
  readonly publicUrl: string | null;
  /** Sets the security headers of pages. */
  readonly headers: RequestHandler;
}

/** A page, or the style of all pages, ready to be sent. */
interface Written {
  readonly body: Buffer;
  readonly etag: string;
}

const toWritten = (text: string): Written => {
  const body = Buffer.from(text);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
};

const writtenStyle = toWritten(style);

const sendWritten = (response: Response, type: string, { body, etag }: Written): void => {
  response.set({ 'Cache-Control': 'no-cache', ETag: etag }).type(type).send(body);
};

/** Maximum number of pages kept in memory: more than a line in ten languages has at one time. */
const mostKept = 80;

/**
 * Matches addresses in the form of a language tag. The service's own addresses have longer first parts, so they do not
 * match.
 */
export const languageAddress = /^\/([a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4})\/?$/i;

/**
 * Serves the public pages: `/` to choose a language, `/<language>` with all texts of the line, `/privacy` and
 * `/accessibility`. `/phone` has the browser phone, unless that is switched off. A written page is kept in memory, and
 * written again when something that it may show has changed. Browsers revalidate it at every visit, so a visitor sees a
 * new edition immediately.
 */
export function createPagesRouter({ shelf, disaster, clock, phonePage, publicUrl, headers }: PagesParts): Router {
  const hasPhonePage = phonePage !== null;
  const where = { hasPhonePage, publicUrl };
  const router = Router();
  router.get(['/', '/privacy', '/accessibility', '/phone', styleAddress, languageAddress], headers);
  const kept = new RecentMap<string, Written>(mostKept);

  const send = (response: Response, name: string, write: (edition: Edition, conditions: PageConditions) => string) => {
    const edition = shelf.current;
    const conditions: PageConditions = { now: new Date(clock()).toISOString(), disaster: disaster() };
    const code = JSON.stringify([name, edition.id, stateOf(edition, conditions)]);
    let written = kept.get(code);
    if (!written) {
      written = toWritten(write(edition, conditions));
      kept.set(code, written);
    }
    sendWritten(response, 'html', written);
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
  if (phonePage) {
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
      const { language: asked } = request.query;
      const tag = (typeof asked === 'string' && languageOf(shelf.current, asked)) || 'ja';
      send(response, `${name} ${tag}`, (edition) => statementPage(edition, name, tag, hasPhonePage));
    });
  }
  router.get(styleAddress, (_request, response) => {
    sendWritten(response, 'css', writtenStyle);
  });
  router.get(languageAddress, (request, response) => {
    const asked = String(request.params[0]);
    const tag = languageOf(shelf.current, asked);
    if (tag !== null && tag !== asked) return response.redirect(`/${tag}`);
    if (tag !== null) {
      return send(response, `/${tag}`, (edition, conditions) => textsPage(edition, tag, conditions, where));
    }
    const preferred = preferredIn(request, response);
    response.status(404);
    send(response, `404 ${preferred}`, (edition) => unknownPage(edition, preferred, hasPhonePage));
  });
  return router;
}

/**
 * The language of the edition that a tag in an address means. Upper and lower case are the same. The tag may be longer
 * than that of the edition, or name a region: `zh-TW` means `zh-Hant`.
 * @returns null if the edition lacks the language
 */
function languageOf({ file }: Edition, asked: string): LanguageTag | null {
  const offered = file.languages.map(({ tag }) => tag);
  return offered.find((tag) => tag.toLowerCase() === asked.toLowerCase()) ?? preferredLanguage(asked, offered);
}

/**
 * Everything that can change a page while the edition stays the same. The sentences with the time of a notice are
 * included, because they may arrive after the notice.
 */
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
