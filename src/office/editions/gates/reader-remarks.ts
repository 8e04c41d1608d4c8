import type { Remark } from '../native-review/native-review-records.ts';
import { type Gate, type GateSubject, hindranceAt } from './gate.ts';

/** Finds the open remarks of native readers about texts that still have the same words and sounds in a draft. */
export type RemarksIn = (subject: GateSubject) => Promise<readonly Remark[]>;

/**
 * Open if there are no open remarks about texts of the draft: no native reader has found a text wrong as it is now, or
 * staff have dealt with all such remarks. To pass the closed gate, staff give a reason for this publication. The reason
 * does not apply to later remarks.
 */
export const readerRemarks = (remarksIn: RemarksIn): Gate => ({
  id: 'reader-remarks',
  passing: 'with-reason',
  asks: 'words',
  title: { ja: '母語話者が正しくないと答えた文', en: 'Texts that a native reader has found wrong' },
  advice: {
    ja: '文を直すか、「ネイティブチェック」で指摘を対応済みにしてください。このまま流すときは、理由を書くと公開できます。',
    en: 'Change the text, or mark the remark as dealt with under “Native readers”. To publish the text as it is, say why it may stay.',
  },
  commandAdvice: null,
  page: '/readers',
  async look(subject) {
    const spoken = new Set(subject.now.draft.line.languages.map(({ tag }) => tag));
    const remarks = (await remarksIn(subject)).filter(({ language }) => spoken.has(language));
    return remarks.map(({ language, prompt, reader, comment, at }) => ({
      ...hindranceAt(
        { language, prompt },
        {
          ja: `${reader}さん(母語話者)が、正しくないと答えました。${comment === '' ? '' : `「${comment}」`}`,
          en: `The native reader ${reader} says that it is not right.${comment === '' ? '' : ` “${comment}”`}`,
        },
      ),
      since: at,
    }));
  },
});
