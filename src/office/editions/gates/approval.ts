import type { HashedText } from '../approval/approval-records.ts';
import { type ClosedGate, type Gate, type GateSubject, hindranceAt } from './gate.ts';

/** Finds the unapproved texts that callers would hear for the first time. */
export type UnapprovedIn = (subject: GateSubject) => Promise<readonly HashedText[]>;

const toHindrances = (texts: readonly HashedText[]) =>
  texts.map(({ language, prompt }) =>
    hindranceAt({ language, prompt }, { ja: '承認を待っています。', en: 'is not approved yet.' }),
  );

/** Open if every text that callers would hear for the first time has been approved by someone other than its author. */
export const approval = (unapprovedIn: UnapprovedIn): Gate => ({
  id: 'approval',
  passing: 'in-emergency',
  asks: 'words',
  title: { ja: '承認を待つ文', en: 'Texts that wait for approval' },
  advice: {
    ja: '書いた人とは別の人が聞いて承認すると、公開できます。',
    en: 'They can be published when somebody other than their author has listened to them and approved them.',
  },
  commandAdvice: null,
  page: '/approvals',
  look: async (subject) => toHindrances(await unapprovedIn(subject)),
});

/** The approval gate, closed because texts lost their approval while the edition was being prepared. */
export const closedBy = (texts: readonly HashedText[]): ClosedGate => ({
  gate: approval(async () => texts),
  hindrances: toHindrances(texts),
});
