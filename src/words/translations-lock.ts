import { z } from 'zod';
import type { LanguageTag } from '../call/line.ts';
import { byName, recordOf } from './by-name.ts';
import { type Finding, fileFinding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import type { NamedText } from './read-yaml.ts';

/** The file that records from which source text each translation was made. */
export const translationsLockName = 'translations.lock.json';

const translationsLock = recordOf(z.string(), recordOf(z.string(), z.string().regex(/^[0-9a-f]{16}$/)));

/** Language → prompt → the fingerprint of the source text from which the translation was made. */
export type TranslatedFrom = z.infer<typeof translationsLock>;

/**
 * Reads the lock file of the translations.
 * @returns the records; or a finding if the text is not valid, for example after an edit by hand
 */
export function readTranslationsLock({ name, text }: NamedText): TranslatedFrom | { readonly finding: Finding } {
  try {
    return translationsLock.parse(JSON.parse(text));
  } catch {
    return {
      finding: fileFinding(name, {
        ja: 'このファイルは読めません。元に戻すか、消してから「npm run prompts -- translated」を実行してください。',
        en: 'This file cannot be read; put it back as it was, or delete it and run "npm run prompts -- translated".',
      }),
    };
  }
}

/** Returns the text of the lock file. Its entries are sorted, so a change of one translation changes only one line. */
export const writeTranslationsLock = (from: TranslatedFrom): string => {
  const sorted = (of: Readonly<Record<string, unknown>>) =>
    byName(Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1)));
  const languages = Object.entries(sorted(from)).map(([tag, prompts]): [string, unknown] => [
    tag,
    sorted({ ...(prompts as object) }),
  ]);
  return `${JSON.stringify(byName(languages), null, 2)}\n`;
};

/** The words of each language, by prompt. */
type Words = ReadonlyMap<LanguageTag, { readonly prompts: Readonly<Record<string, readonly string[]>> }>;

/**
 * Returns new records, which say that the selected translations were made from the current source.
 * @param before the records so far; they stay for existing translations that are not selected
 * @param only selects the translations; if absent, all are selected
 */
export function markTranslated(
  before: TranslatedFrom,
  words: Words,
  sourceLanguage: LanguageTag,
  only: (language: LanguageTag, prompt: string) => boolean = () => true,
): TranslatedFrom {
  const source = words.get(sourceLanguage)?.prompts ?? {};
  const translations = [...words].filter(([tag]) => tag !== sourceLanguage);
  return byName(
    translations.map(([tag, { prompts }]) => {
      const marked = Object.keys(prompts).flatMap((prompt): [string, string][] => {
        const known = before[tag]?.[prompt];
        const from = only(tag, prompt) ? fingerprint(source[prompt] ?? []) : known;
        return from === undefined ? [] : [[prompt, from]];
      });
      return [tag, byName(marked)];
    }),
  );
}
