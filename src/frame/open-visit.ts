import type { Request, RequestHandler, Response } from 'express';
import type { SignedIn } from '../office/staff/desk/open-session.ts';
import { unknownPeople } from '../office/staff/people.ts';
import { createToken, csrfTokenOf, type RandomBytes } from '../office/staff/secret-token.ts';
import type { StaffDesk } from '../office/staff/staff-desk.ts';
import { isOwnForm } from './check-csrf.ts';
import type { ConsoleCookies } from './cookies.ts';
import { localPath } from './local-path.ts';
import { isConsoleLanguage, type Translator } from './translate.ts';
import { type FramedPage, type StandingBanner, setVisit, visitOf } from './visit.ts';

/** What `openVisit` needs to begin a visit. */
interface VisitParts extends Translator {
  readonly cookies: ConsoleCookies;
  readonly random: RandomBytes;
  readonly pages: readonly FramedPage[];
  readonly banners: () => readonly StandingBanner[];
  readonly hasPhonePage: boolean;
}

/**
 * Begins the visit of a request. This does not use the database, so that errors of the database too are shown in the
 * right language.
 */
export const openVisit =
  ({ cookies, random, translator, hasText, pages, banners, hasPhonePage }: VisitParts): RequestHandler =>
  (request, response, next) => {
    const chosen = cookies.language.read(request);
    const language = chosen !== null && isConsoleLanguage(chosen) ? chosen : 'ja';
    const known = cookies.session.read(request) ?? cookies.visitor.read(request);
    const secret = known ?? createToken(random);
    if (known === null) cookies.visitor.write(response, secret);
    response.set('Cache-Control', 'no-store');
    setVisit(response, {
      language,
      t: translator(language),
      hasText,
      signedIn: null,
      people: unknownPeople,
      csrfToken: csrfTokenOf(secret),
      address: request.originalUrl,
      browser: null,
      isKnown: false,
      isGet: request.method === 'GET' || request.method === 'HEAD',
      isPart: request.get('HX-Request') === 'true',
      isOwnForm: () => isOwnForm(request, cookies),
      pages,
      banners: banners(),
      hasPhonePage,
    });
    next();
  };

/** Checks by a cookie, without the database, whether somebody has signed in with this browser before. */
export const recogniseBrowser =
  (cookies: ConsoleCookies, desk: StaffDesk): RequestHandler =>
  (request, response, next) => {
    const browser = desk.knowsBrowser(cookies.browser.read(request));
    setVisit(response, { ...visitOf(response), browser, isKnown: browser !== null });
    next();
  };

/**
 * Reads the session. An error is passed on only after the form has been read, by `passSessionError`, so that the error
 * page can contain the form.
 */
export const recogniseMember =
  (cookies: ConsoleCookies, desk: StaffDesk): RequestHandler =>
  async (request, response, next) => {
    try {
      const token = cookies.session.read(request);
      const read = token === null ? null : await desk.readSession(token);
      if (read?.kind === 'signed-in') {
        setVisit(response, {
          ...visitOf(response),
          signedIn: read.signedIn,
          people: await desk.people(),
          isKnown: true,
        });
        rememberBrowser(cookies, desk, request, response, read.signedIn);
      }
    } catch (error) {
      sessionErrors.set(response, error);
    }
    next();
  };

const sessionErrors = new WeakMap<Response, unknown>();

/** Passes on the error of `recogniseMember`, if there was one. */
export const passSessionError: RequestHandler = (_request, response, next) => next(sessionErrors.get(response));

/**
 * Writes a cookie that says that this person has signed in with this browser, unless the browser already has such a
 * cookie.
 */
export function rememberBrowser(
  cookies: ConsoleCookies,
  desk: StaffDesk,
  request: Request,
  response: Response,
  { member }: SignedIn,
): void {
  const cookie = desk.rememberBrowser(cookies.browser.read(request), member.id);
  if (cookie !== null) cookies.browser.write(response, cookie);
}

/** `GET /console/language/<tag>?next=<address>`: sets the language of the pages. Open to everyone. */
export const chooseLanguage =
  (cookies: ConsoleCookies): RequestHandler<{ readonly tag: string }> =>
  ({ params, query }, response) => {
    if (isConsoleLanguage(params.tag)) cookies.language.write(response, params.tag);
    const next = typeof query.next === 'string' ? query.next : '';
    response.redirect(303, localPath(next) ?? signInPath(next) ?? '/console');
  };

/**
 * Returns the address if it is that of a sign-in page, and null for any other address. Sign-in pages are allowed,
 * because the language can be chosen before signing in.
 */
const signInPath = (next: string): string | null =>
  /^\/console\/sign-in(\/[\w-]+)?(\?[\w=%/.&-]*)?$/.test(next) ? next : null;
