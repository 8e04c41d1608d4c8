import { Router } from 'express';
import { createAssetsRouter } from './assets-router.ts';
import { checkCsrf } from './check-csrf.ts';
import type { ConsoleParts } from './console-parts.ts';
import { createCookies } from './cookies.ts';
import { readForms } from './form.ts';
import { limitVisitors } from './limit-visitors.ts';
import { knowBrowser, openVisit, recognise, tellTrouble } from './open-visit.ts';
import { createChangeSheetRouter } from './pages/change-sheet.ts';
import { chooseLanguage } from './pages/choose-language.ts';
import { createDoorRouter } from './pages/door.ts';
import { createPages } from './pages.ts';
import { securityHeaders } from './policy.ts';
import { refuseNul } from './refuse-nul.ts';
import { requireMember } from './require-member.ts';
import { tellEmergencies } from './tell-emergencies.ts';
import { createTidings } from './tidings.ts';
import { nothingHere, showTrouble } from './trouble.ts';
import { readUploads } from './uploads.ts';

/*
 * To add a page:
 * - write `pages/<page>.ts` with `create<Page>Page(parts): ConsolePage` and name it in `pages.ts`; that puts it into the menu,
 *   on the overview (with `aboutKey`), and behind `requireMember(act)`. What it needs is added to `ConsoleParts`.
 * - write its texts in `texts/ja/<page>.ts` and `texts/en/<page>.ts` and name both in `texts/ja.ts` and `texts/en.ts`; words
 *   for new acts of the audit go into `texts/<language>/acts.ts`.
 * - write its views in `views/<page>….eta`; parts to include lie in `views/parts`. `it` has `t`, `language`, `csrf` and
 *   `signedIn`. Every form with method="post" includes `parts/csrf`; fields for passwords have `password` in their names.
 * - a handler takes `visitOf(response)` (language, t), `memberOf(response)` (who it is, for `actorOf`), `fieldOf(request, name)`
 *   or `formOf(request)`, and answers with `show` (a whole page), `showPart` (to htmx), `showMessage` (one sentence) or
 *   `goTo` (after a form that worked; the notice is shown on the page that follows). Whatever answers, nothing that was typed
 *   is lost: `showMessage` carries a form that was sent, and the browser remembers one that could not be read.
 * - a form with a file has enctype="multipart/form-data" and its address in `uploads.ts`; its handler takes `fileOf`.
 * - a route that asks for more than its page does has its own `requireMember(act)`. Whoever must sign in first loses nothing
 *   that a form carried. What is thrown becomes a page of trouble.
 * - styles go into a file of their own in `assets`, named in `views/layout.eta`; nothing may be written into `style` or `on…`
 *   attributes, because the policy refuses it.
 */

/** The staff's console, to be mounted at `/console`. */
export function createConsoleRouter(parts: ConsoleParts): Router {
  const { desk, random, isSecure, report } = parts;
  const cookies = createCookies(isSecure);
  const pages = createPages(parts);
  const router = Router();
  router.use(securityHeaders(isSecure));
  router.use('/assets', createAssetsRouter());
  router.use(openVisit(cookies, random, pages, createTidings(parts)));
  router.use(knowBrowser(cookies, desk));
  router.use(limitVisitors(parts.visitsPerMinute));
  router.use(recognise(cookies, desk));
  router.use(readForms);
  router.use(tellTrouble);
  router.use(refuseNul);
  router.use(tellEmergencies(parts));
  router.use(readUploads);
  router.use(checkCsrf);
  router.use(createDoorRouter(desk, cookies));
  router.get('/language/:tag', chooseLanguage(cookies));
  for (const { path, act, router: page } of pages) router.use(path, requireMember(act), page);
  router.use('/change-sheet', requireMember('read'), createChangeSheetRouter(parts));
  router.use(nothingHere);
  router.use(showTrouble(report));
  return router;
}
