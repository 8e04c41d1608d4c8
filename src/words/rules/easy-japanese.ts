import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { type Phrases, phrasesIn } from './phrases.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

/** Double negatives. 〜なければなりません is one of them. 〜てください says the same, and is easier to understand. */
const doubleNegatives: Phrases = lookup({
  ja: /な(?:けれ|く)(?:ば|ては)(?:なり|いけ)ません|な(?:けれ|く)(?:ば|ては)(?:なら|いけ)ない|ないと(?:いけ|なり)ません|ないわけ(?:では|じゃ)|ないことは(?:ありません|ない)|なくは(?:ありません|ない)|わけには(?:いきません|いかない)|ざるをえ|ざるを得/gu,
});

/** J-04: a double negative, which learners of Japanese understand as a simple negative. */
export function doubleNegativesInJapanese(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const found = phrasesIn(sentence, doubleNegatives).slice(0, 1);
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'J-04', 'error', {
        ja: `${words.ja}は否定が重なっています。「〜て ください」「〜が できます」のように言ってください。`,
        en: `${words.en} is a double negative; say it plainly, with 〜て ください or 〜が できます.`,
      }),
    ];
  });
}

/**
 * Words of official letters, and plainer wording for them. Sources: Miki City's and the Immigration Services Agency's
 * rules for Easy Japanese.
 */
const plainer: readonly { readonly pattern: RegExp; readonly better: string }[] = [
  { pattern: /いただ[かきくけいこ]|頂[かきくけいこ]/u, better: 'もらう、〜て ください' },
  { pattern: /の上(?=[、で])/u, better: '〜て から' },
  { pattern: /に際し/u, better: '〜の とき' },
  { pattern: /につき(?=まして|、)/u, better: '〜は、〜だから' },
  { pattern: /当該/u, better: 'その' },
  { pattern: /記載/u, better: '書いて ある' },
  { pattern: /記入/u, better: '書く' },
  { pattern: /交付/u, better: 'もらう、渡す' },
  { pattern: /持参/u, better: '持って 来る' },
  { pattern: /提出/u, better: '出す' },
  { pattern: /遠慮/u, better: 'しないで ください' },
  { pattern: /及び/u, better: 'と' },
  { pattern: /又は/u, better: 'か' },
  { pattern: /ございます(?!。?$)|でございます/u, better: 'です、あります' },
];

/** J-07: words of official letters, which few learners of Japanese know. */
export function officeWords(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (!sentence.language.startsWith('ja')) return [];
    const text = sentence.surface.replaceAll(/\s+/gu, '');
    const found = plainer.flatMap(({ pattern, better }) =>
      (pattern.exec(text) ?? []).map((word) => ({ word, better })),
    );
    if (found.length === 0) return [];
    const words = quoteWords(found.map(({ word }) => word));
    const instead = found.map(({ better }) => better).join('、');
    return [
      findingIn(sentence, 'J-07', 'warning', {
        ja: `${words.ja}は役所の言葉です。やさしい言い方にしてください(例:${instead})。`,
        en: `${words.en} is office language; say it plainly (for example ${instead}).`,
      }),
    ];
  });
}

/**
 * Endings of causatives in させる, of passives of する, and of passives of verbs that end in す or う. Few other words end
 * in this way. One of them is こわれる, which is reported by mistake.
 */
const passiveEndings: Phrases = lookup({ ja: /(?:[さわ]れ|させ)(?:る|ます|ました|ません|て|た|ない)/gu });

/** J-09: a passive or a causative. It hides who does what to whom. */
export function passives(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const found = phrasesIn(sentence, passiveEndings).slice(0, 1);
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'J-09', 'warning', {
        ja: `${words.ja}は受け身か使役です。「だれが 〜します」の形にしてください。`,
        en: `${words.en} is a passive or causative; say who does it.`,
      }),
    ];
  });
}
