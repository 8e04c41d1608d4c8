import type { TextState } from '../../../drafts/text-state.ts';
import type { Translate } from '../texts/texts.ts';

/** A state as `views/parts/status.eta` shows it. */
export interface ShownState {
  readonly kind: 'good' | 'warning' | 'error' | 'plain';
  readonly text: string;
}

const kinds = {
  missing: 'error',
  draft: 'plain',
  stale: 'warning',
  ready: 'good',
  published: 'good',
} as const satisfies Readonly<Record<TextState, ShownState['kind']>>;

/** In words; the colour only repeats them. */
export const showState = (t: Translate, state: TextState): ShownState => ({
  kind: kinds[state],
  text: t(`ledger.states.${state}`),
});
