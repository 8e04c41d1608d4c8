import { Router } from 'express';
import { createAssetsRouter } from '../frame/assets-router.ts';
import { checkCsrf } from '../frame/check-csrf.ts';
import { createCookies } from '../frame/cookies.ts';
import { refuseNul, showError, showNotFound } from '../frame/error-pages.ts';
import { readForms } from '../frame/form.ts';
import { limitVisitors } from '../frame/limit-visitors.ts';
import { chooseLanguage, openVisit, passSessionError, recogniseBrowser, recogniseMember } from '../frame/open-visit.ts';
import { requireMember } from '../frame/require-member.ts';
import { securityHeaders } from '../frame/security-headers.ts';
import { readUploads } from '../frame/uploads.ts';
import { createChangeSheetRouter } from './change-sheet/route.ts';
import type { ConsoleParts } from './console-parts.ts';
import { createNativeReviewRouter } from './native-review/route.ts';
import { createPages } from './pages.ts';
import { createSignInRouter } from './sign-in/route.ts';
import { addStoredBanners, createStandingBanners } from './standing-banners.ts';
import { hasText, translator } from './translator.ts';

/*
 * To add a page, add a folder with these files:
 * - `route.ts` exports `create<Page>Page(parts): ConsolePage`. List this function in `pages.ts`, and add the page's
 *   dependencies to `ConsoleParts`. The page then appears in its group of the menu. With `aboutKey`, it also appears in
 *   the list of pages on the overview. Only members with the permission `act` may open the page. `tasks` returns what
 *   there is to do on the page. The kinds of tasks and their order are in the `tasks.ts` beside this file.
 * - `texts.ts` has the page's texts in Japanese and English. List them in the `texts.ts` beside this file. Texts for
 *   new acts of the audit go into `audit/`.
 * - `view.ts` has the page's views: typed functions to HTML (`frame/html.ts`), built from `frame/parts.ts` and
 *   `frame/fields.ts`. Every form with method="post" has `csrfField`. Names of password fields contain `password`.
 * - Styles and scripts are in the same folder. The page lists them as `styles` and `scripts`, except scripts that only
 *   other scripts import. Their file names must be unique in the whole console. The security headers block inline
 *   `style` and `on…` attributes.
 *
 * A handler:
 * - It uses `visitOf(response)` (language, t), `memberOf(response)` (the signed-in member) and `actorIn(response)`
 *   (this member as the actor of what is done). It reads a form with `readForm(request, t, fields)`, and several values
 *   of a kind with `listOf`, `ticked` or `readRows`.
 * - It answers with `show` (a whole page), `showPart` (to htmx), `showMessage` (one sentence) or `goTo` (after a
 *   successful form; the next page shows its sentence).
 * - It shows a form with errors again, with status 422 (only the sheets page answers 400). If the form is right but
 *   the state has changed in the meantime, the status is 409. The form has everything that was typed, and every error
 *   that belongs to a field is beside this field.
 * - A thrown error becomes an error page.
 * - A route that needs a permission besides that of its page has its own `requireMember(act)`.
 *
 * Forms:
 * - Typed text is kept. `showMessage` shows the submitted form again. If the server could not read the form,
 *   `frame/typed.js` restores the text from session storage. Passwords and files are not kept.
 * - A form that was submitted without a session is kept until its sender has signed in.
 * - An upload form has enctype="multipart/form-data" and is sent to the address of its page, which has `takesFiles`.
 *   Its handler reads the file with `fileOf`.
 */

/** The console for staff, to be mounted at `/console`. */
export function createConsoleRouter(parts: ConsoleParts): Router {
  const { staff, random, isSecure, report } = parts;
  const cookies = createCookies(isSecure);
  const pages = createPages(parts);
  const router = Router();
  router.use(securityHeaders(isSecure));
  router.use('/assets', createAssetsRouter());
  const { hasPhonePage } = parts;
  const banners = createStandingBanners(parts);
  router.use(openVisit({ cookies, random, translator, hasText, pages, banners, hasPhonePage }));
  router.use(recogniseBrowser(cookies, staff));
  router.use(limitVisitors(parts.visitsPerMinute));
  router.use(recogniseMember(cookies, staff));
  router.use(readForms);
  router.use(passSessionError);
  router.use(refuseNul);
  router.use(addStoredBanners(parts));
  router.use(readUploads(pages));
  router.use(checkCsrf((address) => address.startsWith('/console/reading/')));
  router.use(createSignInRouter(staff, cookies));
  router.use('/reading', createNativeReviewRouter(parts));
  router.get('/language/:tag', chooseLanguage(cookies));
  for (const { path, act, router: page } of pages) router.use(path, requireMember(act), page);
  router.use('/change-sheet', requireMember('read'), createChangeSheetRouter(parts));
  router.use(showNotFound);
  router.use(showError(report));
  return router;
}
