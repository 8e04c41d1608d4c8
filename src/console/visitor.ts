import type { SignedIn } from '../office/staff/desk/open-session.ts';
import type { ConsoleLanguage, Translate } from './texts/texts.ts';

/** Who asks, and in which words he is answered. */
export interface Visitor {
  readonly language: ConsoleLanguage;
  readonly t: Translate;
  /** Null before signing in, and when the session is over. */
  readonly signedIn: SignedIn | null;
}
