import type { Translate } from '../texts/texts.ts';
import type { ShownState } from './show-state.ts';

/** Whether somebody approved all of an edition, in words; the colour only repeats them. */
export const showMark = (t: Translate, unapproved: number): ShownState =>
  unapproved === 0
    ? { kind: 'good', text: t('approvals.all-approved') }
    : { kind: 'warning', text: t('approvals.mark', { count: unapproved }) };
