import type { Router } from 'express';
import type { Act } from '../office/staff/role.ts';
import type { Visitor } from './visitor.ts';

/** One entry of the menu, with everything below its address. */
export interface ConsolePage {
  /** Below `/console`, such as `/audit`; the overview alone is `/`. */
  readonly path: string;
  /** The text in the menu and on the overview's card, such as `audit.nav`. */
  readonly navKey: string;
  /** One sentence on the card; without it the overview has no card for the page. */
  readonly aboutKey?: string;
  /** What somebody must be allowed to see it at all; single routes may ask for more by `requireMember`. */
  readonly act: Act;
  readonly router: Router;
  /** One more sentence on the card, about how things stand now; null when there is nothing to say. */
  readonly news?: (visitor: Visitor) => Promise<string | null>;
}
