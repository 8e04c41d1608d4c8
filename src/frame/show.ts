import type { Response } from 'express';
import { may } from '../office/staff/role.ts';
import { html, type View } from './html.ts';
import { type TypedForm, typedForm, typedFormView } from './kept-form.ts';
import { layout, type NavGroup, type PageFrame, type PageNotice } from './layout.ts';
import { banner, folded } from './parts.ts';
import type { PlainKey } from './translate.ts';
import { menuGroups, type Visit, visitOf } from './visit.ts';

/** Answers with a whole page: a view inside the frame. */
export function show<Data>(response: Response, view: View<Data>, data: NoInfer<Data> & PageFrame): void {
  const visit = visitOf(response);
  const body = view(data, visit);
  const page = layout({ ...data, nav: navOf(visit), notice: noticeOf(visit), body }, visit);
  response
    .status(data.status ?? 200)
    .type('html')
    .send(page.toString());
}

/** The menu entries that the visitor may see, in their groups. Groups without entries are left out. */
function navOf({ pages, signedIn, address, t }: Visit): NavGroup[] {
  /**
   * Whether the visitor is on a page or below it. Every page is below the overview, so for the overview only the page
   * itself counts.
   */
  const isHere = (path: string) =>
    (path === '/' ? /^\/console\/?(\?|$)/ : new RegExp(`^/console${path}([/?]|$)`)).test(address);
  const seen = pages.filter(({ act }) => signedIn && may(signedIn.member.role, act));
  return [null, ...menuGroups]
    .map((group) => ({
      id: group,
      heading: group && t(`frame.menu-groups.${group}`),
      entries: seen
        .filter((page) => page.group === group)
        .map(({ path, navKey }) => ({
          href: `/console${path === '/' ? '' : path}`,
          text: t(navKey),
          isHere: isHere(path),
        })),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/**
 * The key of the sentence at the top of the page that follows a successful form, such as `account.done.password`. If
 * the name after `done.` begins with `but-`, as in `destinations.done.but-past`, the sentence says that the form was
 * saved but something must be looked at again. Such a sentence is shown as a warning.
 */
export type DoneKey = Extract<PlainKey, `${string}.done.${string}`>;

/**
 * Redirects after a successful form, so that reloading the page does not submit it again.
 * @param path below `/console`, such as `/account`; it may have a query
 * @param notice the sentence at the top of the next page
 */
export const goTo = (response: Response, path: string, notice?: DoneKey): void => {
  const said = notice === undefined ? '' : `${path.includes('?') ? '&' : '?'}notice=${notice}`;
  response.redirect(303, `/console${path}${said}`);
};

/**
 * The sentence about what was just done. Its key is in the address. Null if the address names no key. Only a `DoneKey`
 * is accepted, because anybody can make up an address.
 */
function noticeOf({ address, t, hasText }: Visit): PageNotice | null {
  const key = URL.parse(address, 'http://console.invalid')?.searchParams.get('notice') ?? '';
  const kind = key.includes('.done.but-') ? 'warning' : 'good';
  const isDone = (some: string): some is DoneKey => /^[a-z-]+\.done\.[a-z-]+$/.test(some) && hasText(some);
  return isDone(key) ? { kind, text: t(key) } : null;
}

/** Answers htmx with a part of a page, without the frame around it. */
export function showPart<Data>(response: Response, view: View<Data>, data: NoInfer<Data>, status = 200): void {
  response
    .status(status)
    .type('html')
    .send(view(data, visitOf(response)).toString());
}

/** The key of a sentence that can be shown as a page, with the text `<key>-title` as the heading. */
export type MessageKey = { [Key in PlainKey]: `${Key}-title` extends PlainKey ? Key : never }[PlainKey];

/** What is shown with the sentence. */
interface MessageMore {
  /** Details for the person who runs the service. */
  readonly detail?: string;
  /** The address of the link below the sentence; the overview by default. */
  readonly back?: string;
  /** Set if the submitted form must not be shown again, because it has already been processed. */
  readonly keep?: 'nothing';
}

/** Answers with one sentence: as a page, or as a part of a page if htmx asked. */
export function showMessage(response: Response, status: number, key: MessageKey, more: MessageMore = {}): void {
  const { isPart, pages, t } = visitOf(response);
  const { detail = '', back = '/console', keep } = more;
  const text = t(key);
  if (isPart) {
    showPart(response, banner, { kind: 'error', text }, status);
    return;
  }
  const backText = t(
    backKeys.get(back) ?? pages.find(({ path }) => back === `/console${path}`)?.backKey ?? 'frame.back',
  );
  const typed = keep === 'nothing' ? null : typedForm(response, status);
  const title = t(`${key}-title` as PlainKey);
  show(response, messageView, { status, title, text, detail, back, backText, typed });
}

/** The texts of links back to the overview and to the sign-in page. */
const backKeys: ReadonlyMap<string, PlainKey> = new Map([
  ['/console', 'frame.to-overview'],
  ['/console/sign-in', 'sign-in.to-sign-in'],
]);

/** A page of one sentence. */
interface Message {
  readonly text: string;
  /** Details for the person who runs the service; empty if there is nothing to add. */
  readonly detail: string;
  /** The address and the words of the link below the sentence. */
  readonly back: string;
  readonly backText: string;
  /** What was submitted in the form that this page answers; null if none of it is to be shown. */
  readonly typed: TypedForm | null;
}

const messageView: View<Message> = (
  { text, detail, back, backText, typed },
  visit,
) => html`${banner({ kind: 'error', text })}
${detail ? folded(visit.t, html`<p>${detail}</p>`) : ''}
${typed ? html`<div data-trouble>${typedFormView(typed, visit)}</div>` : ''}
<p><a href="${back}">${backText}</a></p>`;
