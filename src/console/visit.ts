import type { Response } from 'express';
import type { SignedIn } from '../office/staff/desk/open-session.ts';
import type { ConsolePage } from './console-page.ts';
import type { Tiding } from './tidings.ts';
import type { Visitor } from './visitor.ts';

/** One request by somebody, and what its answer is shown with. */
export interface Visit extends Visitor {
  /** What forms of this answer carry. */
  readonly csrfToken: string;
  /** The whole address after the host, as it was asked for. */
  readonly address: string;
  /** The browser, when somebody has signed in with it before; null for any other. */
  readonly browser: string | null;
  /** Somebody is signed in, or was before in this browser. */
  readonly isKnown: boolean;
  readonly isGet: boolean;
  /** Asked for by htmx: the answer goes into a page that is already there. */
  readonly isPart: boolean;
  /** Whether what was sent comes from a form that this browser was given: the proof in it is right. */
  readonly isOwnForm: () => boolean;
  readonly pages: readonly ConsolePage[];
  /** What is told at the top of every page. */
  readonly tidings: readonly Tiding[];
}

const visits = new WeakMap<object, Visit>();

/** Remembers or replaces what is known of a request, for as long as its answer lives. */
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
 * Who is signed in, behind `requireMember`.
 * @throws Error where a handler forgot it
 */
export function memberOf(response: Response): SignedIn {
  const { signedIn } = visitOf(response);
  if (!signedIn) throw new Error('Nobody is signed in; put requireMember in front of the handler.');
  return signedIn;
}
