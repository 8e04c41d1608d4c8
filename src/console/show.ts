import { join } from 'node:path';
import { Eta } from 'eta';
import type { Response } from 'express';
import { may } from '../office/staff/role.ts';
import { assetsAt } from './assets-router.ts';
import { hasText } from './texts/texts.ts';
import { typedForm } from './typed-form.ts';
import { type Visit, visitOf } from './visit.ts';

/** What a page is shown with, besides what its view needs; the view finds all of it, `t` and `csrf` in `it`. */
export interface PageData {
  /** In the visitor's language: the heading and the browser's title. */
  readonly title: string;
  /** 200 unless told otherwise. */
  readonly status?: number;
  /** The pages above this one, from the overview down. */
  readonly trail?: readonly { readonly path: string; readonly text: string }[];
  readonly [name: string]: unknown;
}

const eta = new Eta({ views: join(import.meta.dirname, 'views'), autoEscape: true, cache: true });

/** What every view finds. */
const shared = ({ t, language, csrfToken, signedIn }: Visit) => ({ t, language, csrf: csrfToken, signedIn });

/** Answers with a whole page: `views/<view>.eta` inside the frame. */
export function show(response: Response, view: string, data: PageData): void {
  const visit = visitOf(response);
  const { pages, signedIn, address, isGet } = visit;
  const inside = { trail: [], notice: noticeOf(visit), ...shared(visit), ...data };
  const isHere = (path: string) => (path === '/' ? /^\/console\/?(\?|$)/ : new RegExp(`^/console${path}([/?]|$)`));
  const nav = pages
    .filter(({ act }) => signedIn && may(signedIn.member.role, act))
    .map(({ path, navKey }) => ({
      href: `/console${path === '/' ? '' : path}`,
      text: visit.t(navKey),
      isHere: isHere(path).test(address),
    }));
  // The answer to a form cannot be asked for again in the other language, nor may what it keeps be left for that.
  const otherLanguage = isGet && { tag: visit.language === 'ja' ? 'en' : 'ja', next: encodeURIComponent(address) };
  const tidings = signedIn ? visit.tidings.map(({ kind, text, href }) => ({ kind, text: text(visit), href })) : [];
  const html = eta.render('layout', {
    ...inside,
    assets: assetsAt,
    tidings,
    nav,
    otherLanguage,
    isAnswer: !isGet,
    body: eta.render(view, inside),
  });
  response
    .status(data.status ?? 200)
    .type('html')
    .send(html);
}

/**
 * Leads on after a form that worked, so that loading the page anew sends nothing again.
 * @param path below `/console`, such as `/account`
 * @param notice the key of the sentence that the next page begins with, such as `account.done.password`
 */
export const goTo = (response: Response, path: string, notice?: string): void =>
  response.redirect(303, `/console${path}${notice === undefined ? '' : `?notice=${notice}`}`);

/** Only sentences that are meant for it: anybody can write an address. */
function noticeOf({ address, t }: Visit): string | null {
  const key = URL.parse(address, 'http://console.invalid')?.searchParams.get('notice') ?? '';
  return /^[a-z-]+\.done\.[a-z-]+$/.test(key) && hasText(key) ? t(key) : null;
}

/** Answers htmx with a part of a page, without the frame. */
export function showPart(
  response: Response,
  view: string,
  data: Readonly<Record<string, unknown>>,
  status = 200,
): void {
  response
    .status(status)
    .type('html')
    .send(eta.render(view, { ...shared(visitOf(response)), ...data }));
}

/**
 * Answers with one sentence, as a page of its own, or in its place when htmx asked.
 * @param key `<key>` is the sentence and `<key>-title` the heading
 * @param more what the sentence is filled with; `detail` stands below it, `back` is where to go on, and `keep: 'nothing'` says
 *   that what was sent is done with
 */
export function showMessage(
  response: Response,
  status: number,
  key: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const { isPart, t } = visitOf(response);
  const text = t(key, more);
  if (isPart) {
    showPart(response, 'parts/banner', { kind: 'error', text }, status);
    return;
  }
  const { detail = '', back = '/console' } = more;
  const backText = t(backKeys.get(back) ?? 'frame.back');
  const typed = more.keep === 'nothing' ? null : typedForm(response, status);
  show(response, 'message', { status, title: t(`${key}-title`), text, detail, back, backText, typed });
}

const backKeys: ReadonlyMap<string, string> = new Map([
  ['/console', 'frame.to-overview'],
  ['/console/sign-in', 'sign-in.to-sign-in'],
  ['/console/accounts', 'accounts.back'],
]);
