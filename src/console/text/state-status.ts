import type { Status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { TextState } from '../../office/drafts/text-state.ts';

const kinds = {
  missing: 'error',
  draft: 'plain',
  'sent-back': 'error',
  stale: 'warning',
  'to-approve': 'information',
  approved: 'good',
  published: 'good',
} as const satisfies Readonly<Record<TextState, Status['kind']>>;

/** The state of a text, in words and as a colour. A text that callers hear without approval is marked as such. */
export const stateStatus = (t: Translate, state: TextState, isUnapproved = false): Status =>
  isUnapproved
    ? { kind: 'warning', text: t('ledger.states.unapproved') }
    : { kind: kinds[state], text: t(`ledger.states.${state}`) };
