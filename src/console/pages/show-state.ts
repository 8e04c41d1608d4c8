import type { TextState } from '../../office/drafts/text-state.ts';
import type { Translate } from '../texts/texts.ts';

/** A state as `views/parts/status.eta` shows it. */
export interface ShownState {
  readonly kind: 'good' | 'warning' | 'error' | 'information' | 'plain';
  readonly text: string;
}

const kinds = {
  missing: 'error',
  draft: 'plain',
  'sent-back': 'error',
  stale: 'warning',
  'to-approve': 'information',
  approved: 'good',
  published: 'good',
} as const satisfies Readonly<Record<TextState, ShownState['kind']>>;

/** In words; the colour only repeats them. What callers hear although nobody has approved it is told so. */
export const showState = (t: Translate, state: TextState, isUnapproved = false): ShownState =>
  isUnapproved
    ? { kind: 'warning', text: t('ledger.states.unapproved') }
    : { kind: kinds[state], text: t(`ledger.states.${state}`) };
