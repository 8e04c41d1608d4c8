import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { type Phrases, phrasesIn, wholeWords } from './phrases.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

/**
 * Phrases that telephone systems often say, although callers do not need them. Source: Crispin Reedy's and Avaya's
 * advice on prompts.
 */
const fillers: Phrases = lookup({
  en: wholeWords(
    "listen carefully|(?:menu )?options have (?:recently )?changed|your call is (?:very )?important|(?:did not|didn[’']t) (?:get|catch|understand) that|please be advised|at your earliest convenience",
  ),
  es: wholeWords(
    'escuche (?:con atención|atentamente)|opciones han cambiado|su llamada es (?:muy )?importante|no (?:le )?(?:entendí|he entendido)',
  ),
  pt: wholeWords(
    '(?:ouça|escute) (?:com atenção|atentamente)|opções (?:mudaram|foram alteradas)|sua ligação é (?:muito )?importante|não entendi',
  ),
  zh: /(?:仔细|仔細)(?:收听|收聽|聆听|聆聽)|来电对我们(?:很|非常)?重要|來電對我們(?:很|非常)?重要|(?:没|沒)(?:有)?(?:听清|聽清)/gu,
  ko: /(?:주의\s?깊게|잘) 들어|메뉴가 (?:변경|바뀌)|고객님의 전화는 (?:매우 )?소중|(?:알아|이해)(?:듣지|하지) 못/gu,
  ja: /よく(?:お?聞き|おきき)|メニューが(?:変更|変わり|かわり)|大切なお電話|聞き取れません|ききとれません/gu,
});

/** Greetings. After the beginning of a call, they only take time. */
const greetings: Phrases = lookup({
  en: wholeWords('hello|good (?:morning|afternoon|evening)|welcome to'),
  es: wholeWords('hola|buen(?:os|as) (?:días|tardes|noches)|bienvenid[oa]s?'),
  pt: wholeWords('olá|bo(?:m|a) (?:dia|tarde|noite)|bem-vind[oa]s?'),
  zh: /[您你]好|欢迎|歡迎/gu,
  ko: /안녕하(?:세요|십니까)|환영합니다/gu,
  ja: /こんにちは|おはようございます|こんばんは|ようこそ/gu,
});

/** The first prompts of a call, and the first prompt in the chosen language. */
const openings: readonly string[] = ['greeting', 'language-item', 'welcome'];

/**
 * T-11: words that only take time. They are fillers, greetings after the beginning of a call, and sentences that repeat
 * a sentence of `greeting`.
 */
export function uselessWords(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const repeated = openings.includes(sentence.prompt) ? [] : greetingIn(draft, sentence.language, sentence.raw);
    const late = openings.includes(sentence.prompt) ? [] : phrasesIn(sentence, greetings);
    const found = [...phrasesIn(sentence, fillers), ...late, ...repeated];
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'T-11', 'warning', {
        ja: `${words.ja}は、なくても伝わる言葉です。短くするために消してください。`,
        en: `${words.en} only costs time; take it out.`,
      }),
    ];
  });
}

const greetingIn = ({ words }: Draft, language: string, sentence: string): string[] =>
  (words.get(language)?.prompts.greeting ?? []).filter((greeting) => greeting === sentence);
