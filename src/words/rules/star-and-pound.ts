import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf, textsToMatch } from './written-sentence.ts';

const signs = /[*#＊＃♯✱⁎]/gu;

/** Names of the keys * and #. The names differ between countries, so no prompt may use them. */
const names: Readonly<Record<string, RegExp>> = lookup({
  en: /(?<!\p{L})(?:star|asterisk|pound|hash|sharp|number sign|square key)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:asterisco|estrella|almohadilla|numeral|tecla gato|michi)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:asterisco|estrela|cerquilha|jogo da velha|sustenido|cardinal|tecla quadrado)(?!\p{L})/giu,
  zh: /井字?[号號键鍵]|星字?[号號键鍵]|米字?[号號键鍵]/gu,
  ko: /별표|우물\s?정|샵(?!\p{L})|샤프/gu,
  ja: /シャープ|しゃーぷ|アスタリスク|スターキー|米印|こめじるし|星印|ほしじるし|井桁|いげた/gu,
});

/** M-04: a prompt that names * or #. Both keys work, but prompts offer digits only. Every function has a digit too. */
export function starAndPound(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const name = names[baseLanguage(sentence.language)];
    const phrases = textsToMatch(sentence);
    const found = [
      ...(sentence.surface.match(signs) ?? []),
      ...(name ? phrases.flatMap((phrase) => phrase.match(name) ?? []) : []),
    ];
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'M-04', 'error', {
        ja: `${words.ja}は国によって呼び方が違うキーです。数字のキー「{{key}}」で案内してください。`,
        en: `${words.en} is a key whose name differs between countries; offer a digit, {{key}}, instead.`,
      }),
    ];
  });
}
