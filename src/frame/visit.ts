import type { Response } from 'express';
import { type Actor, actorOf } from '../office/staff/desk/actor.ts';
import type { SignedIn } from '../office/staff/desk/open-session.ts';
import type { People } from '../office/staff/people.ts';
import type { Act } from '../office/staff/role.ts';
import type { ConsoleLanguage, PlainKey, Translate, Translator } from './translate.ts';

/** Who is asking, and the language of the answer. */
export interface Visitor {
  readonly language: ConsoleLanguage;
  readonly t: Translate;
  /** Null before signing in, and after the session has ended. */
  readonly signedIn: SignedIn | null;
  /** The names of colleagues; no name is known before signing in. */
  readonly people: People;
}

/** The groups of the menu, in their order; each has the heading `frame.menu-groups.<group>`. */
export const menuGroups = ['words', 'line', 'publish', 'disaster', 'records'] as const;

/** What the frame knows of a page and of all pages below its address: its entry in the menu, and what it needs around it. */
export interface FramedPage {
  /** Below `/console`, such as `/audit`; only the overview has `/`. */
  readonly path: string;
  /** The text in the menu, such as `audit.nav`. */
  readonly navKey: PlainKey;
  /** The group of the menu that contains the page; null only for the overview, which comes before all groups. */
  readonly group: (typeof menuGroups)[number] | null;
  /** The words of a link that leads back to the page; by default, those of any link that leads back. */
  readonly backKey?: PlainKey;
  /** The permission needed to see the page at all; single routes can require more with `requireMember`. */
  readonly act: Act;
  /** Its styles, by the names of their files without `.css`. Every page of the console has the styles of all pages. */
  readonly styles?: readonly string[];
  /** Its scripts, which are modules, by the names of their files without `.js`. On other pages they find nothing to do. */
  readonly scripts?: readonly string[];
  /** Set if a form that is sent to the page's address may contain a file: who may send it, and the maximum bytes of the file. */
  readonly takesFiles?: { readonly act: Act; readonly bytes: number };
}

/** Something that staff must know now, shown at the top of every page. */
export interface StandingBanner {
  readonly kind: 'error' | 'warning' | 'information';
  readonly text: (visitor: Visitor) => string;
  /** The page on which staff can deal with what the banner says. */
  readonly href: string;
  /** The permission that is needed to see the banner; by default everybody who is signed in sees it. */
  readonly act?: Act;
}

/** One request, with the data for rendering its answer. */
export interface Visit extends Visitor, Pick<Translator, 'hasText'> {
  /** The token that forms in this answer carry. */
  readonly csrfToken: string;
  /** The requested address: path and query, as they were received. */
  readonly address: string;
  /** The browser's id, if somebody has signed in with it before; otherwise null. */
  readonly browser: string | null;
  /** Somebody is signed in, or has signed in with this browser before. */
  readonly isKnown: boolean;
  readonly isGet: boolean;
  /** Requested by htmx: the answer is inserted into a page that is already open. */
  readonly isPart: boolean;
  /** Whether the submitted form carries a valid token of this browser. */
  readonly isOwnForm: () => boolean;
  readonly pages: readonly FramedPage[];
  /** The banners at the top of every page. */
  readonly banners: readonly StandingBanner[];
  /** Whether the line offers the telephone in the browser. */
  readonly hasPhonePage: boolean;
}

const visits = new WeakMap<object, Visit>();

/** Stores or replaces the visit of a request. The visit is kept as long as the response exists. */
export const setVisit = (response: Response, visit: Visit): void => {
  visits.set(response, visit);
};

/** @throws Error outside the console's router */
export function visitOf(response: Response): Visit {
  const visit = visits.get(response);
  if (!visit) throw new Error('There is no visit; the handler is not mounted in the console.');
  return visit;
}

/**
 * The signed-in member. Only for handlers behind `requireMember`.
 * @throws Error if nobody is signed in
 */
export function memberOf(response: Response): SignedIn {
  const { signedIn } = visitOf(response);
  if (!signedIn) throw new Error('Nobody is signed in; put requireMember in front of the handler.');
  return signedIn;
}

/**
 * The signed-in member as the actor of what is done. Only for handlers behind `requireMember`.
 * @throws Error if nobody is signed in
 */
export const actorIn = (response: Response): Actor => actorOf(memberOf(response).member);
