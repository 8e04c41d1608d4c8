import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { type Phrases, phrasesIn, wholeWords } from './phrases.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

/** Words that tell callers they did something wrong. Source: Avaya's advice on error prompts. */
const blame: Phrases = lookup({
  en: wholeWords(
    'invalid|incorrect(?:ly)?|wrong(?:ly)?|illegal|error|mistake|failed to|bad (?:key|number|choice|entry|input|option)',
  ),
  es: wholeWords('inválid[oa]s?|no válid[oa]s?|incorrect[oa]s?|equivocad[oa]s?|erróne[oa]s?|error|se equivocó'),
  pt: wholeWords('inválid[oa]s?|incorret[oa]s?|errad[oa]s?|equivocad[oa]s?|erro|você errou'),
  // "Sai" is found only as a separate syllable, because it is part of many other words.
  // After "xin", "lỗi" is part of an apology.
  vi: wholeWords('sai|không hợp lệ|không đúng|(?<!xin )lỗi'),
  zh: /无效|無效|错误|錯誤|(?:按|选|選|输|輸)错|[按选選输輸]錯|不正确|不正確|有误|有誤/gu,
  ko: /잘못|틀(?:린|렸|립)|유효하지|올바르지|오류/gu,
  ja: /無効|むこう(?:です|な)|誤り|誤った|あやまり(?:です|が)|間違|まちが|エラー|正しくありません/gu,
});

/**
 * Prompts that callers hear after silence, after a key without a function, or at the end of a call with too many turns.
 */
const retryPrompts: readonly string[] = ['how-to-press', 'change-language', 'limit'];

/** T-12: words that blame the caller. A caller who could not answer needs to hear what to do. */
export function blameWords(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const found = phrasesIn(sentence, blame);
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'T-12', retryPrompts.includes(sentence.prompt) ? 'error' : 'warning', {
        ja: `${words.ja}は、相手を責めているように聞こえます。どうすればよいかを書いてください。`,
        en: `${words.en} sounds like blame; say what to do instead.`,
      }),
    ];
  });
}
