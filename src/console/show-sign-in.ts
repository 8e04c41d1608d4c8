import type { Response } from 'express';
import { carryKept, type KeptForm } from './kept-form.ts';
import { show } from './show.ts';
import { visitOf } from './visit.ts';

/** How the page for signing in is shown. */
export interface SignInPage {
  readonly status?: number;
  /** What was typed before. */
  readonly name?: string;
  readonly error?: string;
  /** Where to go afterwards. */
  readonly next?: string;
  /** What is sent on afterwards, if somebody wants it. */
  readonly kept?: KeptForm | null;
}

/** Answers with the page for signing in. */
export function showSignIn(response: Response, { kept, ...page }: SignInPage): void {
  const { t } = visitOf(response);
  const carried = kept ? carryKept(kept) : [];
  show(response, 'sign-in', { title: t('sign-in.title'), name: '', error: '', next: '/console', ...page, carried });
}
