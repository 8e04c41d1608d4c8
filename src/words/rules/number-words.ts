import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

/** Patterns for digits and dates that are written in words. */
interface NumberWords {
  /** A number said digit by digit: four digits or more. */
  readonly digits: RegExp;
  /** A day of a month, or a year, in words. */
  readonly dates: RegExp;
}

const between = '[\\s,、，.\\-–・]*';
const run = (words: string, least: number): string =>
  `(?<![\\p{L}\\p{M}])(?:${words})(?:[\\s,-]+(?:${words})){${least - 1},}(?![\\p{L}\\p{M}])`;
const runOfSigns = (signs: string, least: number): string => `[${signs}](?:${between}[${signs}]){${least - 1},}`;
const whole = (pattern: string): string => `(?<![\\p{L}\\p{M}])(?:${pattern})(?![\\p{L}\\p{M}])`;

const english = {
  months: 'January|February|March|April|May|June|July|August|September|October|November|December',
  days: 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first',
  teens: 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ]\\p{L}+)?',
};
const spanish = {
  months: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
  days: 'primero|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\\p{L}+|veinte|veinti\\p{L}+|treinta(?: y un[oa]?)?',
};
const portuguese = {
  months: 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
  days: 'primeiro|um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|cat?orze|quatorze|quinze|dezesseis|dezasseis|dezessete|dezoito|dezenove|vinte(?: e \\p{L}+)?|trinta(?: e um)?',
};
const kanji = '〇○零一二三四五六七八九';
const kanjiTens = '[一二三四五六七八九十廿卅]';
const kanjiDates = `${kanjiTens}{1,3}月(?:份)?${kanjiTens}{1,3}[日号號]|[${kanji}]{4}年`;
const kanaDigits = 'ゼロ|ぜろ|れい|レイ|いち|に[いー]?|さん|よん|ご[うおー]?|ろく|なな|はち|きゅう';

const numberWords = lookup<NumberWords>({
  en: {
    digits: new RegExp(run('zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple', 4), 'giu'),
    dates: new RegExp(
      `${whole(`(?:${english.months}) (?:the )?(?:${english.days})|(?:the )?(?:${english.days}) (?:of )?(?:${english.months})`)}|${whole(`(?:[Nn]ineteen|[Tt]wenty) (?:${english.teens})`)}`,
      'gu',
    ),
  },
  es: {
    digits: new RegExp(run('cero|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve', 4), 'giu'),
    dates: new RegExp(
      `${whole(`(?:${spanish.days}) de (?:${spanish.months})`)}|${whole('dos mil (?:dieci|veint)\\p{L}+')}`,
      'giu',
    ),
  },
  pt: {
    digits: new RegExp(run('zero|uma?|dois|duas|três|quatro|cinco|seis|meia|sete|oito|nove', 4), 'giu'),
    dates: new RegExp(
      `${whole(`(?:${portuguese.days}) de (?:${portuguese.months})`)}|${whole('dois mil e (?:dez|quinze|vinte)\\p{L}*')}`,
      'giu',
    ),
  },
  ja: {
    digits: new RegExp(`${runOfSigns(kanji, 4)}|(?:${kanaDigits})(?:[\\s、,]+(?:${kanaDigits})){3,}`, 'gu'),
    dates: new RegExp(
      `${kanjiDates}|(?:いち|に|さん|し|ご|ろく|しち|はち|く|じゅう|じゅういち|じゅうに)がつ\\s*(?:ついたち|ふつか|みっか|よっか|いつか|むいか|なのか|ようか|ここのか|とおか|はつか|(?:に|さん)?じゅう\\p{Script=Hiragana}{0,5}にち)`,
      'gu',
    ),
  },
  zh: {
    digits: new RegExp(runOfSigns(`${kanji}幺`, 4), 'gu'),
    dates: new RegExp(kanjiDates, 'gu'),
  },
  ko: {
    digits: /(?<!\p{L})[공영일이삼사오육륙칠팔구](?:[\s,-]*(?:에|의)?[\s,-]*[공영일이삼사오육륙칠팔구]){3,}/gu,
    dates:
      /(?<!\p{L})(?:일|이|삼|사|오|유|육|칠|팔|구|시|십|십일|십이)월\s*[일이삼사오육칠팔구십]{1,3}일|이천[일이삼사오육칠팔구십영]+년/gu,
  },
});

/**
 * Whether a match is probably a number. In Korean, ordinary words such as 사이사이 consist of syllables that are also
 * digits. Therefore a match in Korean must have at least three different digits.
 */
const isNumber = (language: string, found: string): boolean =>
  language !== 'ko' || new Set(found.match(/[공영일이삼사오육륙칠팔구]/gu)).size >= 3;

/**
 * N-10: a number that is written digit by digit in words, or a date or a year in words. A fact would be better: it
 * changes in all languages together, and T-17 compares it with the source. A telephone number is also spoken slowly if
 * it is a fact. The finding is a warning, because the words may be intended.
 */
export function numbersInWords(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const language = baseLanguage(sentence.language);
    const words = numberWords[language];
    if (!words) return [];
    const forms = [...new Set([sentence.surface, sentence.spoken])];
    const all = (pattern: RegExp) => forms.flatMap((form) => form.match(pattern) ?? []).map((each) => each.trim());
    const found = [...all(words.digits).filter((each) => isNumber(language, each)), ...all(words.dates)];
    if (found.length === 0) return [];
    const which = quoteWords(found);
    return [
      findingIn(sentence, 'N-10', 'warning', {
        ja: `${which.ja}は言葉で書いた番号か日付のようです。共通の値にして、文にはその値を入れてください。`,
        en: `${which.en} looks like a number or a date in words; make it a value that all languages share, and put that value here.`,
      }),
    ];
  });
}
