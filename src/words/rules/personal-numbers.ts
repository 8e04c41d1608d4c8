import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf, textsToMatch } from './written-sentence.ts';

interface Asking {
  /** Patterns for a request to the caller. They match the verb, the requested number, and the words between the two. */
  readonly requests: readonly RegExp[];
  /**
   * A negation. If it occurs in the same sentence before the end of the request, the sentence tells callers not to say
   * the number.
   */
  readonly negation: RegExp;
}

const start =
  '(?:^|[,.;:!?]\\s*|(?<!\\p{L})(?:please|and|then|now|or|por favor|y|luego|ahora|o|e|agora|depois|ou)\\s+)';
/** Up to four words between the verb and the number, none of which begins with a word for a card. */
const gap = '(?:(?!card|tarjeta|cartão)\\S+\\s+){0,4}?';
const request = (verbs: string, things: string): RegExp =>
  new RegExp(`${start}(?:${verbs})\\s+${gap}(?:${things})(?!\\p{L})(?!\\s+card)`, 'giu');

/**
 * Every request in any language contains one of these words. Most sentences contain none, and are not checked further.
 */
const wanted =
  /number|pin|pass|code|número|contraseña|clave|código|senha|编号|編號|号码|號碼|密码|密碼|번호|넘버|패스워드|ナンバー|番号|ばんごう|パスワード/iu;

/**
 * The patterns of each language. They match only plain imperatives. That is enough, because a reviewer also reads every
 * prompt. U+FFFC stands for a placeholder. In Korean and Japanese, a placeholder between the number and the verb is a
 * key to press, and then the sentence does not request the number.
 */
const asking: Readonly<Record<string, Asking>> = lookup({
  en: {
    requests: [
      request(
        'enter|say|tell|give|type|key in|dial|input|provide|share|speak',
        'my number|individual number|pin|pin code|password|passcode|secret code',
      ),
    ],
    negation: /(?<!\p{L})(?:do not|don['’]t|never|not|without)(?!\p{L})/iu,
  },
  es: {
    requests: [
      request(
        'marque|introduzca|ingrese|diga|digite|escriba|teclee|indique|dé|proporcione|díganos|indíquenos|dígame',
        'my number|número personal|número individual|pin|contraseña|clave|código secreto',
      ),
    ],
    negation: /(?<!\p{L})(?:no|nunca|ni|jamás|sin)(?!\p{L})/iu,
  },
  pt: {
    requests: [
      request(
        'digite|diga|informe|introduza|insira|tecle|marque|forneça|fale|diga-nos|disque',
        'my number|número individual|número pessoal|número de pessoa física|senha|pin|código secreto',
      ),
    ],
    negation: /(?<!\p{L})(?:não|nunca|nem|jamais|sem)(?!\p{L})/iu,
  },
  zh: {
    requests: [
      /(?:请|請|麻烦|麻煩)[^。，]{0,8}?(?:输入|輸入|说|說|告诉|告訴|告知|提供|报|報|念|讲|講)[^。，]{0,12}?(?:My Number|个人编号|個人編號|个人号码|個人號碼|密码|密碼|PIN)(?!卡)/giu,
    ],
    negation: /不|勿|别|別/u,
  },
  ko: {
    requests: [
      /(?:마이\s?넘버|개인\s?번호|비밀\s?번호|패스워드|PIN)(?!\s?카드)[^.,\uFFFC]{0,14}?(?:입력|말씀|말|알려|눌러|불러|제공)(?:해|하여)?\s?(?:주세요|주십시오|주시기|하세요|하십시오)/giu,
    ],
    negation: /(?:지 마|지 않|안 )/u,
  },
  ja: {
    requests: [
      /(?:マイナンバー|個人番号|暗証番号|パスワード)(?!カード)[^。、\uFFFC]{0,14}?(?:入力して|言って|押して|教えて|入れて|話して|伝えて|知らせて|打って)(?:ください|下さい)/gu,
      /(?:マイナンバー|こじんばんごう|あんしょうばんごう|パスワード)(?!カード)[^。、\uFFFC]{0,20}?(?:にゅうりょくして|いって|おして|おしえて|いれて|はなして|つたえて|しらせて|うって)ください/gu,
    ],
    negation: /ないで|しません/u,
  },
});

/**
 * N-09: a prompt must never ask callers for a My Number, a PIN or a password. It may warn callers not to say these.
 */
export function personalNumbers(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const rules = asking[baseLanguage(sentence.language)];
    if (!rules || !wanted.test(`${sentence.surface} ${sentence.spoken}`)) return [];
    const found = new Set(
      textsToMatch(sentence)
        .flatMap((text) => text.split(/(?<=[.。!?！？])\s*/u))
        .flatMap((clause) => rules.requests.flatMap((pattern) => requestsIn(clause, pattern, rules.negation))),
    );
    if (found.size === 0) return [];
    const words = quoteWords([...found].slice(0, 1));
    return [
      findingIn(sentence, 'N-09', 'error', {
        ja: `${words.ja}は、電話で個人の番号や暗証番号を求めています。この文を消してください。`,
        en: `${words.en} asks for a personal number, PIN or password on the telephone; delete it.`,
      }),
    ];
  });
}

function requestsIn(clause: string, pattern: RegExp, negation: RegExp): string[] {
  return [...clause.matchAll(pattern)]
    .filter((match) => !negation.test(clause.slice(0, match.index + match[0].length)))
    .map(([text]) => text.trim());
}
