import type { Request, RequestHandler, Response } from 'express';
import type { SignedIn } from '../office/staff/desk/open-session.ts';
import { createToken, csrfTokenOf, type RandomBytes } from '../office/staff/secret-token.ts';
import type { StaffDesk } from '../office/staff/staff-desk.ts';
import type { ConsolePage } from './console-page.ts';
import type { ConsoleCookies } from './cookies.ts';
import { isOwnForm } from './own-form.ts';
import { isConsoleLanguage, translator } from './texts/texts.ts';
import type { Tiding } from './tidings.ts';
import { setVisit, visitOf } from './visit.ts';

/** Begins every request without touching the database, so that even its troubles can be told in the right language. */
export const openVisit =
  (
    cookies: ConsoleCookies,
    random: RandomBytes,
    pages: readonly ConsolePage[],
    tidings: () => readonly Tiding[],
  ): RequestHandler =>
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
      signedIn: null,
      csrfToken: csrfTokenOf(secret),
      address: request.originalUrl,
      browser: null,
      isKnown: false,
      isGet: request.method === 'GET' || request.method === 'HEAD',
      isPart: request.get('HX-Request') === 'true',
      isOwnForm: () => isOwnForm(request, cookies),
      pages,
      tidings: tidings(),
    });
    next();
  };

/** Looks whether somebody has signed in with this browser before, which its cookie tells without the database. */
export const knowBrowser =
  (cookies: ConsoleCookies, desk: StaffDesk): RequestHandler =>
  (request, response, next) => {
    const browser = desk.knowsBrowser(cookies.browser.read(request));
    setVisit(response, { ...visitOf(response), browser, isKnown: browser !== null });
    next();
  };

/** Finds out who it is. What goes wrong is told when the form has been read, so that its answer can still hold it. */
export const recognise =
  (cookies: ConsoleCookies, desk: StaffDesk): RequestHandler =>
  async (request, response, next) => {
    try {
      const token = cookies.session.read(request);
      const read = token === null ? null : await desk.readSession(token);
      if (read?.kind === 'signed-in') {
        setVisit(response, { ...visitOf(response), signedIn: read.signedIn, isKnown: true });
        rememberBrowser(cookies, desk, request, response, read.signedIn);
      }
    } catch (error) {
      troubles.set(response, error);
    }
    next();
  };

const troubles = new WeakMap<Response, unknown>();

/** Tells what went wrong while finding out who it is. */
export const tellTrouble: RequestHandler = (_request, response, next) => next(troubles.get(response));

/** Lets the browser keep that this person has signed in with it. */
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
