import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { isOfficialTerm } from './official-terms.ts';
import { findingIn, quoteWords, sentencesOf, type WrittenSentence } from './written-sentence.ts';

const limits = { kanjiRun: { warning: 6, error: 8 }, katakanaRun: 10, kanjiInSentence: 13 } as const;

const japaneseSentences = (draft: Draft): WrittenSentence[] =>
  sentencesOf(draft).filter(({ language }) => baseLanguage(language) === 'ja');

/** J-02: a long run of kanji. It is usually an official name, which is hard to understand by ear. */
export function kanjiRuns(draft: Draft): Finding[] {
  return japaneseSentences(draft).flatMap((sentence): Finding[] => {
    const found = (sentence.surface.match(/\p{Script=Han}+/gu) ?? []).filter(
      (run) => run.length >= limits.kanjiRun.warning && !isOfficialTerm(run, sentence.language),
    );
    if (found.length === 0) return [];
    const words = quoteWords(found);
    const isTooLong = found.some((run) => run.length >= limits.kanjiRun.error);
    return [
      findingIn(sentence, 'J-02', isTooLong ? 'error' : 'warning', {
        ja: `${words.ja}は漢字が続きすぎます。「の」などで分けるか、やさしい言葉にしてください。`,
        en: `${words.en} has too many kanji in a row; part them with の, or use plainer words.`,
      }),
    ];
  });
}

/**
 * J-03: a long run of katakana. It is usually a foreign word, which few people know and which is hard to follow. The
 * limit still accepts マイナンバーカード.
 */
export function katakanaRuns(draft: Draft): Finding[] {
  return japaneseSentences(draft).flatMap((sentence): Finding[] => {
    const found = (sentence.surface.match(/[\p{Script=Katakana}ー]+/gu) ?? []).filter(
      (run) => run.length >= limits.katakanaRun,
    );
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'J-03', 'warning', {
        ja: `${words.ja}はカタカナが続きすぎます。日本語の言葉にするか、分けてください。`,
        en: `${words.en} has too many katakana in a row; use a Japanese word, or part them.`,
      }),
    ];
  });
}

/**
 * J-06: a sentence with many kanji. It is hard to understand, because most of its words are of Chinese origin, and such
 * words often sound alike.
 * Source: the kanji count of Hirosaki University's Easy Japanese.
 */
export function kanjiPerSentence(draft: Draft): Finding[] {
  return japaneseSentences(draft).flatMap((sentence): Finding[] => {
    const count = sentence.surface.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (count <= limits.kanjiInSentence) return [];
    return [
      findingIn(sentence, 'J-06', 'warning', {
        ja: `「${sentence.shown}」には漢字が${count}字あります(目安は${limits.kanjiInSentence}字まで)。やさしい言葉にするか、文を分けてください。`,
        en: `"${sentence.shown}" has ${count} kanji (at most ${limits.kanjiInSentence}); use plainer words, or split it into two sentences.`,
      }),
    ];
  });
}
