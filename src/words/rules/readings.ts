import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { parseSentence, type TemplatePart } from '../sentence-template.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

const kanji = /[\p{Script=Han}]+/gu;
const kanaOnly =
  /^[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]*[\p{Script=Hiragana}\p{Script=Katakana}]+[ー・ \p{Script=Hiragana}\p{Script=Katakana}]*$/u;

type Text = { readonly ja: string; readonly en: string };

/**
 * J-01: kanji without a reading, because a voice would have to guess the reading. J-01 is also reported for a reading
 * that is not valid, and for braces and bars that belong neither to a reading nor to a placeholder.
 */
export function readings(draft: Draft): Finding[] {
  const { line } = draft;
  const inSentences = sentencesOf(draft).flatMap((sentence) =>
    problems(sentence.parts, baseLanguage(sentence.language) === 'ja').map((text) =>
      findingIn(sentence, 'J-01', 'error', text),
    ),
  );
  // Names of languages are checked too, because the whisper says them.
  const inNames = line.languages.flatMap(({ sourceName }, index) =>
    problems(parseSentence(sourceName), baseLanguage(line.sourceLanguage) === 'ja').map(
      (text): Finding => ({
        rule: 'J-01',
        level: 'error',
        place: { path: ['languages', index, 'sourceName'] },
        ...text,
      }),
    ),
  );
  return [...inSentences, ...inNames];
}

function problems(parts: readonly TemplatePart[], japanese: boolean): Text[] {
  const written = parts.flatMap((part) => (part.kind === 'reading' ? [part] : []));
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const bare = japanese ? texts.flatMap((text) => text.match(kanji) ?? []) : [];
  const braces = texts.flatMap((text) => text.match(/[{}|]+/g) ?? []);
  const empty = written.filter(({ text, reading }) => text.trim() === '' || reading.trim() === '');
  const notKana = written.filter(
    ({ text, reading }) => japanese && text.trim() !== '' && reading.trim() !== '' && !kanaOnly.test(reading),
  );
  const quoted = ({ text, reading }: { text: string; reading: string }) => `{${text}|${reading}}`;
  return [
    ...about(bare, (ja, en) => ({
      ja: `${ja}に読みがありません。「{漢字|かんじ}」のように読みを付けてください。`,
      en: `${en} has no reading; write it with its kana, as {漢字|かんじ}.`,
    })),
    ...about(empty.map(quoted), (ja, en) => ({
      ja: `${ja}は空の部分があります。「{漢字|かんじ}」のように両方を書いてください。`,
      en: `${en} has an empty part; write both parts, as {漢字|かんじ}.`,
    })),
    ...about(notKana.map(quoted), (ja, en) => ({
      ja: `${ja}の読みは、ひらがなかカタカナだけで書いてください。`,
      en: `The reading in ${en} must be kana and nothing else; write it in hiragana or katakana.`,
    })),
    ...about(braces, (ja, en) => ({
      ja: `${ja}が余っています。読みは「{漢字|かんじ}」、値は「{{名前}}」と書き、他では使わないでください。`,
      en: `${en} is a stray sign; write readings as {漢字|かんじ} and values as {{name}}, and use these signs nowhere else.`,
    })),
  ];
}

function about(words: readonly string[], text: (ja: string, en: string) => Text): Text[] {
  const { ja, en } = quoteWords(words);
  return words.length === 0 ? [] : [text(ja, en)];
}

const digitKanji = /^[四七九479４７９]$/u;
const confusable: Readonly<Record<string, string>> = lookup({ し: 'よん', しち: 'なな', く: 'きゅう' });

/**
 * J-08: the readings し, しち and く for 4, 7 and 9. On the telephone, listeners confuse them with one another and with 1.
 */
export function digitReadings(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence) =>
    sentence.parts.flatMap((part): Finding[] => {
      const better = part.kind === 'reading' && digitKanji.test(part.text) ? confusable[part.reading] : undefined;
      if (part.kind !== 'reading' || better === undefined) return [];
      return [
        findingIn(sentence, 'J-08', 'warning', {
          ja: `「{${part.text}|${part.reading}}」は電話で聞き間違えやすい読みです。「${better}」にしてください。`,
          en: `"{${part.text}|${part.reading}}" is easily misheard on the telephone; read it as "${better}".`,
        }),
      ];
    }),
  );
}
