import type { RequestHandler } from 'express';
import { createToken, csrfTokenOf, type RandomBytes } from '../../staff/secret-token.ts';
import type { StaffDesk } from '../../staff/staff-desk.ts';
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
      isGet: request.method === 'GET' || request.method === 'HEAD',
      isPart: request.get('HX-Request') === 'true',
      isOwnForm: () => isOwnForm(request, cookies),
      pages,
      tidings: tidings(),
    });
    next();
  };

/** Finds out who it is. */
export const recognise =
  (cookies: ConsoleCookies, desk: StaffDesk): RequestHandler =>
  async (request, response, next) => {
    const token = cookies.session.read(request);
    const read = token === null ? null : await desk.readSession(token);
    if (read?.kind === 'signed-in') setVisit(response, { ...visitOf(response), signedIn: read.signedIn });
    next();
  };
