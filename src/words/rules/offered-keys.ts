import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { keyPromptsOf } from '../prompt-ids.ts';
import { placeholdersIn } from '../sentence-template.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf, textsToMatch, type WrittenSentence } from './written-sentence.ts';

/** M-03: a prompt that offers a key must say {{key}} exactly once. Callers then hear the key that the line accepts. */
export function offeredKeys({ line, words }: Draft): Finding[] {
  return [...words].flatMap(([language, { prompts }]) =>
    [...keyPromptsOf(line)].flatMap((prompt): Finding[] => {
      const sentences = prompts[prompt];
      const count = sentences?.flatMap(placeholdersIn).filter((name) => name === 'key').length;
      if (!sentences || count === 1) return [];
      return [
        {
          rule: 'M-03',
          level: 'error',
          place: { language, prompt },
          ja: `「${prompt}」は押すキーを案内する文です。「{{key}}」を1回だけ入れてください(今は${count}回)。`,
          en: `"${prompt}" offers a key: say {{key}} in it exactly once (now ${count} times).`,
        },
      ];
    }),
  );
}

/** Patterns for "press" with a digit in words, where the digit is a key and not a count ("press one of the keys"). */
const pressedWords: Readonly<Record<string, readonly RegExp[]>> = lookup({
  en: [
    /\bpress\s+(?:the\s+)?(?:key\s+|number\s+)?(?:zero|one|two|three|four|five|six|seven|eight|nine)(?=\s*(?:[.,;!?]|$|for\b|to\b|now\b))/giu,
  ],
  es: [
    /(?<!\p{L})(?:pulse|marque|oprima|presione)\s+(?:el\s+|la\s+tecla\s+|el\s+número\s+)?(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?=\s*(?:[.,;!?]|$|para(?!\p{L})))/giu,
  ],
  pt: [
    /(?<!\p{L})(?:aperte|pressione|digite|disque|tecle)\s+(?:o\s+|a\s+tecla\s+|o\s+número\s+)?(?:zero|um|dois|três|quatro|cinco|seis|sete|oito|nove)(?=\s*(?:[.,;!?]|$|para(?!\p{L})))/giu,
  ],
  zh: [/按(?:数字|數字)?[零〇一二三四五六七八九](?=\s*(?:[，。,.、]|$|号|號|键|鍵))/gu],
  ko: [/(?<!\p{L})(?:영|공|일|이|삼|사|오|육|칠|팔|구)\s?번(?:을|\s)?\s?(?:눌러|누르)/gu],
  ja: [
    /[零〇一二三四五六七八九]番?を押/gu,
    /(?:ゼロ|れい|いち|さん|よん|ろく|なな|しち|はち|きゅう)(?:ばん)?をお[しす]/gu,
    /(?<!\p{L})(?:に|し|ご|く)ばんをお[しす]/gu,
  ],
});

/** M-03: a key that is written in words. The words would become wrong as soon as the key changes. */
export function keysInWords(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const words = pressed(sentence);
    const { ja, en } = quoteWords(words);
    if (words.length === 0) return [];
    return [
      findingIn(sentence, 'M-03', 'error', {
        ja: `${ja}は、キーの番号を言葉で書いています。番号の代わりに「{{key}}」と書いてください。`,
        en: `${en} says a key in words; write {{key}} instead of the digit.`,
      }),
    ];
  });
}

const pressed = (sentence: WrittenSentence): string[] =>
  textsToMatch(sentence)
    .flatMap((text) =>
      (pressedWords[baseLanguage(sentence.language)] ?? []).flatMap((pattern) => text.match(pattern) ?? []),
    )
    .slice(0, 1);
