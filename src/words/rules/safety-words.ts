import { disasterPrompts } from '../../call/disaster.ts';
import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import { isPhone, phoneNumberIn } from '../fact-file.ts';
import type { Finding } from '../finding.ts';
import { placeholdersIn } from '../sentence-template.ts';
import { baseLanguage } from './language-of.ts';
import { type Phrases, phrasesIn, wholeWords } from './phrases.ts';
import { findingIn, placeholderMark, sentencesOf, textsToMatch, type WrittenSentence } from './written-sentence.ts';

/** Prompts for people in danger. */
const forDanger: readonly string[] = ['emergency', disasterPrompts.safety];

const hangUp: Phrases = lookup({
  en: wholeWords('hang up|end (?:this|the) call'),
  es: wholeWords('cuelgue|corte la llamada'),
  pt: wholeWords('desligue'),
  zh: /挂断|掛斷|挂电话|掛電話/gu,
  ko: /끊/gu,
  ja: /切って|切る|きって|きる/gu,
});

/** Words around a number that do not say what the number is for. */
const saysNothing: Phrases = lookup({
  en: wholeWords(
    'then|please|call|dial|press|or|and|to|the|an?|numbers?|is|are|it|once|more|again|i|will|say|two|times|twice|this|that|following|phone|telephone|now',
  ),
  es: wholeWords(
    'luego|después|entonces|por|favor|llame|llamar|marque|al|a|el|la|los|o|y|números?|teléfono|es|voy|decir|dos|veces|otra|vez|repito|este',
  ),
  pt: wholeWords(
    'depois|então|por|favor|ligue|ligar|disque|para|o|a|os|ou|e|ao|números?|telefone|é|vou|dizer|duas|mais|uma|vez|vezes|repito|este',
  ),
  zh: /然后|然後|[请請]|[拨撥]打|[拨撥打]|[电電][话話]|[号號][码碼]|或者|[或和]|再?重[复複]一[遍次]|再[说說]一[遍次]|下面|以下|接下[来來]|播[报報]|[会會说說是这這那个個的您]|[两兩][遍次]/gu,
  ko: /그리고|그럼|다음에|전화번호|번호|전화|하세요|하십시오|해|주세요|주십시오|눌러|두|번|말씀드립니다|말하겠습니다|다시|입니다|이나|또는|으로|[를을은는이그나에로]/gu,
  ja: /そして|それから|もう一度|もういちど|その|この|番号|ばんごう|電話|でんわ|二回|にかい|言います|いいます|して|ください|です|かけて|押して|おして|[をにかへやはがので]/gu,
});

const isShort = ({ line }: Draft, name: string): boolean => phoneNumberIn(line.facts, name)?.includes('-') === false;

/**
 * S-01: a prompt for people in danger tells them to hang up, but has not said all its short numbers before that, or has
 * none. A frightened caller follows the first instruction, and would hang up before hearing a number. A line without
 * short numbers among its facts is not checked.
 */
export function numbersBeforeHangingUp(draft: Draft): Finding[] {
  if (!Object.keys(draft.line.facts).some((name) => isShort(draft, name))) return [];
  const all = sentencesOf(draft).filter(({ prompt }) => forDanger.includes(prompt));
  return all.flatMap((sentence): Finding[] => {
    if (phrasesIn(sentence, hangUp).length === 0) return [];
    const said = all.filter(({ language, prompt }) => language === sentence.language && prompt === sentence.prompt);
    const numbersIn = ({ raw }: WrittenSentence) => placeholdersIn(raw).filter((name) => isShort(draft, name));
    const [before, after] = [
      said.filter(({ index }) => index < sentence.index).flatMap(numbersIn),
      said.filter(({ index }) => index >= sentence.index).flatMap(numbersIn),
    ];
    if (before.length > 0 && after.length === 0) return [];
    return [
      findingIn(sentence, 'S-01', 'error', {
        ja: `「${sentence.prompt}」は、番号より先に電話を切るように言っています。「火事、けが、急な病気は、{{番号}}。」のような文をすべて前に置き、電話を切ることは最後に言ってください。`,
        en: `"${sentence.prompt}" says to hang up before it has said the numbers; put every sentence such as "For a fire, call {{number}}." before it, and say last to hang up.`,
      }),
    ];
  });
}

/**
 * S-02: a telephone number is said without its purpose, or a short number is in the same sentence as another number.
 * Callers must hear what each number is for, because 110, 112, 119 and 120 have other meanings in other countries.
 */
export function labelledNumbers(draft: Draft): Finding[] {
  const all = sentencesOf(draft);
  return all.flatMap((sentence): Finding[] => {
    const numbers = [...new Set(placeholdersIn(sentence.raw).filter((name) => isPhone(draft.line.facts, name)))];
    const words = saysNothing[baseLanguage(sentence.language)];
    if (numbers.length === 0 || !words) return [];
    const isUrgent = numbers.some((name) => isShort(draft, name));
    // Callers write a long number down, so its purpose may be said in an earlier sentence. They dial a short number
    // immediately, so its purpose must be said in the same sentence.
    const said = isUrgent
      ? [sentence]
      : all.filter(
          ({ language, prompt, index }) =>
            language === sentence.language && prompt === sentence.prompt && index <= sentence.index,
        );
    const isLabelled = said.some((each) => hasLabel(each, words));
    if (isLabelled && !(isUrgent && numbers.length > 1)) return [];
    return [
      findingIn(sentence, 'S-02', 'error', {
        ja: `「${sentence.shown}」は、何の番号かを言っていません。一つの番号に一つの文で、「事故や事件は、{{番号}}。」のように言ってください。`,
        en: `"${sentence.shown}" does not say what each number is for; give each number a sentence of its own, such as "For an accident or a crime, call {{number}}."`,
      }),
    ];
  });
}

/** Whether a sentence says anything besides its placeholders and `words`. */
const hasLabel = (sentence: WrittenSentence, words: RegExp): boolean => {
  const [surface = ''] = textsToMatch(sentence);
  return /\p{L}/u.test(surface.replaceAll(placeholderMark, ' ').replaceAll(words, ' '));
};

/** Phrases that address the people in a place: "for …", or "take care". */
const concerns: Phrases = lookup({
  en: wholeWords('for'),
  es: wholeWords('para'),
  pt: wholeWords('para'),
  zh: /注意|小心/gu,
  ko: /주의|조심/gu,
  ja: /気をつけ|気をつける|きをつけ|注意|ちゅうい/gu,
});
const also: Phrases = lookup({
  en: wholeWords('also|too'),
  es: wholeWords('también'),
  pt: wholeWords('também'),
  zh: /也/gu,
  ko: /도/gu,
  ja: /も/gu,
});

/**
 * S-03: a place in a disaster notice without words that say whom the notice is for. Callers understand a place alone as
 * the place where something happened, so callers in the next valley do not take care. S-03 also reports the text for
 * the second of two places if it does not say "also": it would sound like a correction of the first place.
 */
export function addressedDistricts(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const kind = /^disaster-place(-also)?\./.exec(sentence.prompt);
    const base = baseLanguage(sentence.language);
    if (!kind || !concerns[base]) return [];
    const isSecond = kind[1] !== undefined;
    if (phrasesIn(sentence, concerns).length > 0) {
      if (!isSecond || phrasesIn(sentence, also).length > 0) return [];
      return [
        findingIn(sentence, 'S-03', 'error', {
          ja: `「${sentence.shown}」は、二つ目の所だと分かりません。「…も、気をつけてください。」のように言ってください。`,
          en: `"${sentence.shown}" is for a second place but does not say "also"; say "This is also for …".`,
        }),
      ];
    }
    return [
      findingIn(sentence, 'S-03', 'error', {
        ja: `「${sentence.shown}」は、だれに気をつけてほしいかを言っていません。「気をつける所は、…です。」、二つ目からは「…も、気をつけてください。」のように言ってください。`,
        en: `"${sentence.shown}" does not say whom it is for; say "This is for …", and of a second place "This is also for …".`,
      }),
    ];
  });
}
