import { join } from 'node:path';
import { type Draft, readDraft } from '../src/words/draft.ts';
import { readPromptFiles } from '../src/words/prompt-files.ts';

/** The folder of the bundled prompts. */
export const bundledPrompts = join(import.meta.dirname, '../prompts');

/** Reads the prompts of a folder. */
export const readPrompts = async (folder: string): Promise<Draft> => readDraft(await readPromptFiles(folder));

/**
 * A copy of a draft in which each language is repeated under made-up tags such as `en-x-2`. Every language gets a
 * telephone number of its own, because the language menu has keys for only nine languages. The limits of the file
 * schema are bypassed.
 * @param times how often each language occurs in the result. With 1, the languages only get telephone numbers
 */
export function repeatLanguages(draft: Draft, times: number): Draft {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const tagOf = (tag: string, copy: number) => (copy === 0 ? tag : `${tag}-x-${copy + 1}`);
  const { line, words } = draft;
  const languages = copies
    .flatMap((copy) => line.languages.map((language) => ({ ...language, tag: tagOf(language.tag, copy) })))
    .map((language, index) => ({ ...language, ownNumbers: [`+8150000${10_000 + index}`] }));
  const destinations = line.destinations.map((destination) => ({
    ...destination,
    languages: copies.flatMap((copy) => destination.languages.map((tag) => tagOf(tag, copy))),
  }));
  return {
    ...draft,
    line: { ...line, languages, destinations },
    words: new Map(copies.flatMap((copy) => [...words].map(([tag, each]) => [tagOf(tag, copy), each] as const))),
  };
}
