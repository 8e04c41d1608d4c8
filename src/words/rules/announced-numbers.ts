import { outOfOrder } from '../../call/say.ts';
import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import { phoneNumberIn } from '../fact-file.ts';
import type { Finding } from '../finding.ts';
import { placeholdersIn } from '../sentence-template.ts';
import { baseLanguage } from './language-of.ts';
import { type Phrases, wholeWords } from './phrases.ts';
import { sentencesOf } from './written-sentence.ts';

/** Phrases which say that the number comes twice. Callers can then have a pen ready for the second time. */
const twice: Phrases = lookup({
  en: wholeWords('two times|twice'),
  es: wholeWords('dos veces'),
  pt: wholeWords('duas vezes'),
  zh: /[两兩二][遍次回]/u,
  ko: /두\s?번/u,
  ja: /二回|二度|2回|にかい|にど/u,
});

/**
 * The placeholders in some sentences for telephone numbers that consist of several groups, with repetitions. Callers
 * have to write these numbers down. Numbers of one group, such as 119, are known or easy to remember.
 */
const longNumbersIn = ({ line }: Draft, sentences: readonly string[]): string[] =>
  sentences.flatMap(placeholdersIn).filter((name) => phoneNumberIn(line.facts, name)?.includes('-'));

/**
 * N-03: a long telephone number that a prompt says only once. Callers have no pen ready the first time. `out-of-order`
 * is not checked, because the whole prompt is said twice. Only the source language is checked, because T-17 compares
 * the translations with the source.
 */
export function numbersSaidTwice(draft: Draft): Finding[] {
  const source = draft.words.get(draft.line.sourceLanguage);
  return Object.entries(source?.prompts ?? {}).flatMap(([prompt, sentences]) => {
    if (prompt === outOfOrder) return [];
    const numbers = longNumbersIn(draft, sentences);
    const once = [...new Set(numbers)].filter((name) => numbers.indexOf(name) === numbers.lastIndexOf(name));
    return once.map(
      (name): Finding => ({
        rule: 'N-03',
        level: 'error',
        place: {
          language: draft.line.sourceLanguage,
          prompt,
          sentence: sentences.findIndex((sentence) => placeholdersIn(sentence).includes(name)),
        },
        ja: `「${prompt}」は「{{${name}}}」を1回しか言いません。書き取れるように「もう一度言います。{{${name}}}。」を足してください。`,
        en: `"${prompt}" says {{${name}}} only once; say it a second time, so that callers can write it down.`,
      }),
    );
  });
}

/**
 * N-03: a long telephone number that the prompt does not announce. By the time callers pay attention, the number has
 * already been said. `out-of-order` is not checked.
 */
export function announcedNumbers(draft: Draft): Finding[] {
  const sentences = sentencesOf(draft);
  return [...draft.words].flatMap(([language, { prompts }]) => {
    const pattern = twice[baseLanguage(language)];
    if (!pattern) return [];
    return Object.entries(prompts).flatMap(([prompt, written]): Finding[] => {
      if (prompt === outOfOrder) return [];
      const first = written.findIndex((sentence) => longNumbersIn(draft, [sentence]).length > 0);
      if (first < 0) return [];
      const before = sentences.filter(
        (each) => each.language === language && each.prompt === prompt && each.index <= first,
      );
      // A global pattern remembers its `lastIndex`, at which `test` would start. `search` ignores it.
      if (before.some(({ surface }) => surface.replaceAll(/\s+/gu, ' ').search(pattern) >= 0)) return [];
      return [
        {
          rule: 'N-03',
          level: 'warning',
          place: { language, prompt, sentence: first },
          ja: `「${prompt}」は、番号を言う前に予告がありません。「番号を二回言います。」のような文を前に足してください。`,
          en: `"${prompt}" says a number without announcing it; say before it that the number comes two times.`,
        },
      ];
    });
  });
}
