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

/**
 * What the frame knows about a page and the pages below its address: the entry in the menu, the permission, and the
 * styles, scripts and files.
 */
export interface FramedPage {
  /** Below `/console`, such as `/audit`; only the overview has `/`. */
  readonly path: string;
  /** The text in the menu, such as `audit.nav`. */
  readonly navKey: PlainKey;
  /** The group of the menu that contains the page; null only for the overview, which comes before all groups. */
  readonly group: (typeof menuGroups)[number] | null;
  /** The text of a link back to the page. By default it is the general text of such links, `frame.back`. */
  readonly backKey?: PlainKey;
  /** The permission that is needed to see the page. Single routes can require more with `requireMember`. */
  readonly act: Act;
  /** The names of its style files, without `.css`. Every page of the console loads the styles of all pages. */
  readonly styles?: readonly string[];
  /** The names of its scripts, without `.js`. Every page loads them as modules. On other pages they do nothing. */
  readonly scripts?: readonly string[];
  /**
   * Set if a form that is sent to the page's address may contain a file. It says who may send the file, and its maximum
   * size in bytes.
   */
  readonly takesFiles?: { readonly act: Act; readonly bytes: number };
}

/** Something that staff must know now, shown at the top of every page. */
export interface StandingBanner {
  readonly kind: 'error' | 'warning' | 'information';
  readonly text: (visitor: Visitor) => string;
  /** The page on which staff can deal with what the banner says. */
  readonly href: string;
  /** The permission that is needed to see the banner. By default, everybody who is signed in sees the banner. */
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
  /** Whether somebody is signed in, or has signed in with this browser before. */
  readonly isKnown: boolean;
  readonly isGet: boolean;
  /** Whether htmx sent the request. If so, the answer is inserted into a page that is already open. */
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
