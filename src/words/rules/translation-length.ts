import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { type PlaceholderLengths, placeholdersLength } from './placeholders-length.ts';
import { spokenUnits } from './spoken-units.ts';
import { sentencesOf, type WrittenSentence } from './written-sentence.ts';

/** Limits for a ratio: the duration of a translation, divided by the duration of its source. */
const limits = { warning: { most: 1.5, least: 0.6 }, error: { most: 2, least: 0.4 } } as const;

/**
 * Minimum difference in seconds. With a smaller difference, the ratio says nothing. For example, "Flyers" may be one
 * word in one language and four in another.
 */
const minDifference = 3;

/**
 * Seconds that each kind of placeholder takes, about the same in every language. Telephone numbers and hours count as
 * zero. They are equally long in a text and its translation, and so long that they would hide a missing sentence.
 */
const placeholders: PlaceholderLengths = {
  phone: 0,
  hours: 0,
  month: 2.4,
  date: 3.2,
  day: 1.7,
  time: 1.5,
  key: 0.5,
  language: 1,
};

/**
 * T-19: a translation that takes much longer or much less time than its source. It probably says more or less than the
 * source.
 * Source: according to Coupé et al. 2019, all languages carry about the same information per second.
 */
export function translationLength(draft: Draft): Finding[] {
  const { line, words } = draft;
  const seconds = secondsByPrompt(draft);
  const source = seconds.get(line.sourceLanguage);
  return [...words.keys()].flatMap((language) =>
    [...(seconds.get(language) ?? [])].flatMap(([prompt, here]): Finding[] => {
      const there = source?.get(prompt);
      if (language === line.sourceLanguage || there === undefined || Math.abs(here - there) < minDifference) return [];
      const level = levelOf(here / there);
      if (level === null) return [];
      const [took, takes] = [here.toFixed(0), there.toFixed(0)];
      return [
        {
          rule: 'T-19',
          level,
          place: { language, prompt },
          ja: `「${prompt}」は約${took}秒ですが、元の文は約${takes}秒です。足りない文や余分な文がないか確かめてください。`,
          en: `"${prompt}" takes about ${took} seconds and its source about ${takes}; see whether something is missing or was added.`,
        },
      ];
    }),
  );
}

function levelOf(ratio: number): Finding['level'] | null {
  if (ratio > limits.error.most || ratio < limits.error.least) return 'error';
  return ratio > limits.warning.most || ratio < limits.warning.least ? 'warning' : null;
}

function secondsByPrompt(draft: Draft): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const sentence of sentencesOf(draft)) {
    const seconds = predict(draft, sentence);
    if (seconds === null) continue;
    const prompts = all.get(sentence.language) ?? new Map<string, number>();
    all.set(sentence.language, prompts.set(sentence.prompt, (prompts.get(sentence.prompt) ?? 0) + seconds));
  }
  return all;
}

function predict(draft: Draft, sentence: WrittenSentence): number | null {
  const units = spokenUnits(sentence.language);
  if (!units) return null;
  return (60 * units.count(sentence.spoken)) / units.perMinute + placeholdersLength(draft, sentence, placeholders);
}
