import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf, type WrittenSentence } from './written-sentence.ts';

/** Names of Japanese eras in kanji, kana, Hangul and Latin letters. */
const era =
  /令和|平成|昭和|大正|れいわ|へいせい|しょうわ|레이와|헤이세이|쇼와|(?<!\p{L})(?:reiwa|heisei|sh[oō]wa)(?!\p{L})/giu;

/**
 * N-07: the name of a Japanese era. Few callers can convert its years. In Japanese, an era is accepted if the sentence
 * also has a placeholder for a date or for a month of a year. In other languages, eras must not be said at all.
 */
export function eraYears(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const found = sentence.surface.match(era) ?? [];
    const isJapanese = baseLanguage(sentence.language) === 'ja';
    if (found.length === 0 || (isJapanese && hasYear(draft, sentence))) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'N-07', isJapanese ? 'warning' : 'error', {
        ja: `${words.ja}の年は分かりにくいです。西暦の日付を共通の値にして、文にはその値を入れてください。`,
        en: `${words.en} is a Japanese era, which few callers can convert; say the Western year, as a value that all languages share.`,
      }),
    ];
  });
}

const hasYear = ({ line }: Draft, { parts }: WrittenSentence): boolean =>
  parts.some((part) => {
    const fact =
      part.kind === 'placeholder' && Object.hasOwn(line.facts, part.name) ? line.facts[part.name] : undefined;
    return fact?.type === 'month' || fact?.type === 'date';
  });
