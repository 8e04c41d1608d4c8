import type { HashedText } from '../approval/approval.ts';
import { type ClosedGate, type Gate, type GateSubject, hindranceAt } from './gate.ts';

/** Finds what callers would hear for the first time and nobody has approved. */
export type UnapprovedIn = (subject: GateSubject) => Promise<readonly HashedText[]>;

const toHindrances = (texts: readonly HashedText[]) =>
  texts.map(({ language, prompt }) =>
    hindranceAt({ language, prompt }, { ja: '承認を待っています。', en: 'is not approved yet.' }),
  );

/** Somebody else than its author has approved every text that callers would hear for the first time. */
export const approval = (unapprovedIn: UnapprovedIn): Gate => ({
  id: 'approval',
  passing: 'in-emergency',
  asks: 'words',
  title: { ja: '承認を待つ文', en: 'Texts that wait for approval' },
  advice: {
    ja: '書いた人とは別の人が聞いて承認すると、公開できます。',
    en: 'They can be published when somebody else than their author has listened to them and approved them.',
  },
  opens: 'approvals',
  look: async (subject) => toHindrances(await unapprovedIn(subject)),
});

/** The gate as texts close it that were sent back while everything else was being prepared. */
export const closedBy = (texts: readonly HashedText[]): ClosedGate => ({
  gate: approval(async () => texts),
  hindrances: toHindrances(texts),
});
