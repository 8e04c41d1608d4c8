import { unreadPrompts } from '../../drafts/unread-texts.ts';
import type { Gate, Hindrance } from './gate.ts';

/**
 * Open if native readers have found every text right, in every language that is offered to callers. If a language has
 * texts that no native reader has found right, staff can give a reason why it is offered nevertheless.
 * @param isNeeded false outside production, where this gate is always open
 */
export const nativeReaders = (isNeeded: boolean): Gate => ({
  id: 'native-readers',
  passing: 'with-reason-each',
  asks: 'words',
  title: {
    ja: '母語話者がまだ読んでいない言語',
    en: 'Languages that no native reader has read in full',
  },
  advice: {
    ja: '「ネイティブチェック」で確認を頼むか、確認のないまま案内する理由を言語ごとに書くと公開できます。',
    en: 'Ask for a review under “Native readers”, or say for each language why it is offered without one.',
  },
  commandAdvice: null,
  page: '/readers',
  async look({ now }) {
    if (!isNeeded) return [];
    const { line } = now.draft;
    return line.languages.flatMap(({ tag: language }): Hindrance[] => {
      const count = unreadPrompts(now, language).length;
      const text = {
        ja: `「${language}」で、母語話者が「正しい」と確かめていない文が${count}件あります。`,
        en: `Texts in "${language}" that no native reader has found right: ${count}.`,
      };
      return count === 0 ? [] : [{ place: { language }, rule: '', ...text }];
    });
  },
});
