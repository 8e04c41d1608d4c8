import type { Bilingual } from '../common/bilingual.ts';
import type { Passing } from '../office/editions/gates/gate.ts';

/* What `npm run prompts -- publish` says, in the words of the console. */

export const texts = {
  noComment: { ja: '何を変えたかを、--comment "…" に書いてください。', en: 'Say what has changed: --comment "…"' },
  noReason: {
    ja: '--unread は、--unread ko="理由" のように、言語と理由を書いてください。',
    en: '--unread needs a language and a reason, such as --unread ko="the reason".',
  },
  noDatabase: {
    ja: 'データベースを開けないので、公開しませんでした。理由は上の行にあります。',
    en: 'The database cannot be opened, so nothing was published. The line above says why.',
  },
  isLive: (edition: string): Bilingual => ({ ja: `版 ${edition} を公開しました。`, en: `Edition ${edition} is live.` }),
  unapproved: (count: number): Bilingual => ({
    ja: `今回変わった文のうち${count}件は、まだ承認されていません。承認されるまで、管理画面のどの画面にも、そのことが出ます。前から承認されていない文は、npm run twilio -- check が示します。`,
    en: `This edition changes texts that nobody has approved: ${count}. The console shows this until they are approved. To count also the texts that were unapproved before, run npm run twilio -- check.`,
  }),
  nothingNew: {
    ja: '電話では、すでにこの内容が流れています。公開しませんでした。',
    en: 'Callers hear this already; nothing was published.',
  },
  notPublished: { ja: '公開しませんでした。', en: 'Nothing was published.' },
  notSpoken: {
    ja: '音声を作れない文がありました。もう一度試してください。公開しませんでした。',
    en: 'Not every sentence could be spoken; try again. Nothing was published.',
  },
  overtaken: {
    ja: 'ちょうど同じときに、ほかの人が公開しました。今流れている版を確かめて、もう一度試してください。',
    en: 'Somebody else published at the same moment; check what is live and try again.',
  },
  notAllowed: { ja: 'このアカウントでは公開できません。', en: 'This account may not publish.' },
} as const;

/**
 * Says which option passes a gate. The text is appended to the advice of the gate. It is empty if no option passes the
 * gate.
 */
export const passingOption: Readonly<Record<Passing, Bilingual>> = {
  never: { ja: '', en: '' },
  'with-reason': { ja: '(--reason)', en: ' (--reason)' },
  'with-reason-each': {
    ja: '(言語ごとに --unread <言語>=<理由>)',
    en: ' (--unread <language>=<reason>, once for each)',
  },
  'in-emergency': {
    ja: '待てないときは、理由を --emergency に書いてください。',
    en: ' If they cannot wait, give the reason with --emergency.',
  },
};
