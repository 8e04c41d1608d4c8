import { checkText, draftOfText, type TextFinding } from '../../office/drafts/check-text.ts';
import { type SuggestedReading, suggestReadings } from '../../office/drafts/suggest-readings.ts';
import { textLimits, tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { keyOf, predictText } from '../../office/editions/speak-text.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { ConsoleLanguage, Translate } from '../texts/texts.ts';
import type { OpenText } from './open-text.ts';
import { type ShownPart, sentenceShower, valuesIn } from './show-sentence.ts';

interface ShownFinding {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly text: string;
  /** Why the warning may stay. */
  readonly reason: string | null;
}

/** What `views/parts/text-check.eta` shows of a text that somebody types. */
export interface ShownCheck {
  readonly sentences: readonly {
    readonly parts: readonly ShownPart[];
    readonly seconds: string | null;
    readonly findings: readonly ShownFinding[];
  }[];
  /** About the text as a whole. */
  readonly findings: readonly ShownFinding[];
  readonly seconds: string | null;
  readonly suggestions: readonly SuggestedReading[];
  /** What keeps it from being saved. */
  readonly untidy: readonly string[];
  /** All of it in one sentence. */
  readonly summary: string;
}

/** Looks at a text as it is typed: how it will be seen, how long it takes, and what the rules say of it. */
export function checkTyped(
  { now, language, prompt }: OpenText,
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
  typed: string,
  { t, language: consoleLanguage }: { readonly t: Translate; readonly language: ConsoleLanguage },
): ShownCheck {
  const tidy = tidySentences(typed);
  // What is too long is told, and not worked on.
  const sentences = tidy.sentences
    .slice(0, textLimits.sentences)
    .map((sentence) => sentence.slice(0, textLimits.characters));
  const place = { language, prompt };
  const draft = draftOfText(now, { ...place, sentences });
  const showSentence = sentenceShower(valuesIn(now.line.file, language, keyOf(draft, place)));
  const { sentences: each, all } = predictText(draft, engine, place);
  const found = checkText(now, { ...place, sentences });
  const shown = (of: (finding: TextFinding) => boolean) =>
    found.filter(of).map(({ rule, level, reason, ...text }): ShownFinding => {
      return { rule, level, text: text[consoleLanguage], reason: reason ?? null };
    });
  const open = found.filter(({ reason }) => reason === undefined);
  const errors = open.filter(({ level }) => level === 'error').length;
  const untidy = tidy.untidy.map((why) => t(`text.untidy.${why}`, textLimits));
  return {
    sentences: sentences.map((sentence, index) => ({
      parts: showSentence(sentence),
      seconds: each[index]?.toFixed(1) ?? null,
      findings: shown((finding) => finding.sentence === index),
    })),
    findings: shown(({ sentence }) => sentence === null || sentence >= sentences.length),
    seconds: all === null || sentences.length === 0 ? null : all.toFixed(1),
    suggestions: suggestionsFor(now, place, sentences),
    untidy,
    summary:
      open.length === 0 && untidy.length === 0
        ? t('text.check.clean')
        : t('text.check.found', { errors: errors + untidy.length, warnings: open.length - errors }),
  };
}

/** Only the source language has readings to learn from and needs them. */
function suggestionsFor(
  { line, texts }: OpenText['now'],
  { language, prompt }: Pick<OpenText, 'language' | 'prompt'>,
  sentences: readonly string[],
): SuggestedReading[] {
  if (language !== line.file.sourceLanguage || new Intl.Locale(language).language !== 'ja') return [];
  const own = texts.filter((text) => text.language === language);
  // What this text itself says already counts too, and first of all.
  const learned = own.map((text) => [text.prompt, text.prompt === prompt ? sentences : text.sentences] as const);
  return suggestReadings(sentences, learned);
}
