import { type Draft, lineFileName } from '../../words/draft.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';
import type { DraftLine, DraftReason, DraftText } from './draft-text.ts';
import { placeOfPath, placeOfPrompt } from './places.ts';
import { fileOf } from './to-draft.ts';

/** The draft as it is kept, before anybody has changed anything. */
export interface TakenOver {
  readonly line: DraftLine;
  readonly texts: readonly DraftText[];
  readonly reasons: readonly DraftReason[];
}

/**
 * Turns the files of a prompts folder into the first revisions of a draft.
 * A text of which the lock says nothing counts as made from today's source.
 */
export function takeOver(draft: Draft, by: AuditedPerson, at: number): TakenOver {
  const { line, words, translatedFrom = {} } = draft;
  const source = words.get(line.sourceLanguage)?.prompts ?? {};
  const texts = [...words].flatMap(([language, { prompts, reviewed }]) =>
    Object.entries(prompts).map(([prompt, sentences]): DraftText => {
      const isSource = language === line.sourceLanguage;
      const from = translatedFrom[language]?.[prompt] ?? fingerprint(source[prompt] ?? []);
      return {
        language,
        prompt,
        revision: 1,
        sentences,
        sourceFingerprint: isSource ? null : from,
        isReady: true,
        isReviewed: reviewed,
        act: 'imported',
        reason: null,
        by,
        at,
      };
    }),
  );
  return { line: { revision: 1, file: line, by, at }, texts, reasons: takeOverReasons(draft) };
}

/** Comments speak of a line of a file; from here on they speak of everything that stood on it. */
function takeOverReasons({ line, lineOf, words, reasons }: Draft): DraftReason[] {
  const placesOn = (file: string, number: number): string[] => {
    if (file === lineFileName) {
      return pathsIn(line)
        .filter((path) => lineOf(path) === number)
        .map(placeOfPath);
    }
    const language = [...words.values()].find((each) => each.file === file);
    if (!language) return [];
    return Object.entries(language.prompts).flatMap(([prompt, sentences]) => [
      ...(language.lineOf(prompt) === number ? [placeOfPrompt(prompt)] : []),
      ...sentences.flatMap((_, index) =>
        language.lineOf(prompt, index) === number ? [placeOfPrompt(prompt, index)] : [],
      ),
    ]);
  };
  const tags = new Map([...words].map(([tag, { file }]) => [file, fileOf(tag)]));
  return reasons
    .map(({ file, about, rule, reason }) => ({
      file: tags.get(file) ?? file,
      places: placesOn(file, about),
      rule,
      reason,
    }))
    .filter(({ places }) => places.length > 0);
}

/** The path of every value inside a value, its own included. */
function pathsIn(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, toIndex(value, key)]))];
}

const toIndex = (value: object, key: string): PropertyKey => (Array.isArray(value) ? Number(key) : key);
