import type { LanguageTag } from '../../call/line.ts';
import { byName } from '../../words/by-name.ts';
import { type Draft, type LanguageWords, lineFileName } from '../../words/draft.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { Reason } from '../../words/reasons.ts';
import type { DraftReason, DraftText } from './draft-text.ts';
import { Places, placeOfPath, placeOfPrompt } from './places.ts';

/** A draft out of the database, whose findings can be brought back to their places. */
export interface PlacedDraft extends Draft {
  /** @returns the place that a finding of this draft speaks of; null when it speaks of a whole file */
  placeOf(finding: { readonly file: string; readonly line: number }): string | null;
}

/** The file in which a language's words stand. */
export const fileOf = (language: LanguageTag): string => `${language}.yaml`;

/** Puts the line and the newest texts together to what the checks and editions are made from. */
export function toDraft(line: LineFile, texts: readonly DraftText[], reasons: readonly DraftReason[]): PlacedDraft {
  const places = new Map(
    [lineFileName, ...line.languages.map(({ tag }) => fileOf(tag))].map((file) => [file, new Places()]),
  );
  const placesIn = (file: string): Places => places.get(file) ?? new Places();
  const given = reasons.map(({ file, places: where, rule, reason }): Reason => {
    const about = placesIn(file).join(where);
    return { file, line: about, about, rule, reason };
  });
  const words = new Map(line.languages.map(({ tag }) => [tag, toWords(tag, texts, placesIn(fileOf(tag)))]));
  return {
    line,
    lineOf: (path) => placesIn(lineFileName).number(placeOfPath(path)),
    words,
    reasons: given,
    placeOf: ({ file, line: number }) => places.get(file)?.place(number) ?? null,
  };
}

function toWords(language: LanguageTag, texts: readonly DraftText[], places: Places): LanguageWords {
  const own = texts.filter((text) => text.language === language && text.sentences.length > 0);
  return {
    file: fileOf(language),
    reviewed: own.length > 0 && own.every(({ isReviewed }) => isReviewed),
    prompts: byName(own.map(({ prompt, sentences }) => [prompt, sentences])),
    lineOf: (prompt, sentence) => places.number(placeOfPrompt(prompt, sentence)),
  };
}
