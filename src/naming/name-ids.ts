import type { ConsoleLanguage } from '../frame/translate.ts';
import type { LineFile } from '../words/line-file.ts';
import { requiredPromptsIn } from '../words/prompt-ids.ts';
import type { Names } from './names.ts';

/** Whether an id cannot be confused with an ordinary word that a finding quotes from a text. */
const isNoWord = (id: string): boolean => /[.\d-]|[a-z][A-Z]/.test(id);

/**
 * Replaces the ids in a sentence of the checks by names. The checks use ids, because people search for them in the
 * prompts folder.
 * @param own the prompt that the sentence is about; null for none
 */
export function nameIds(
  text: string,
  names: Names,
  line: LineFile,
  own: string | null,
  language: ConsoleLanguage,
): string {
  const quote = (name: string) => (language === 'ja' ? `「${name}」` : `"${name}"`);
  const prompts = new Set([...requiredPromptsIn(line, line.sourceLanguage), ...Object.keys(line.textNames ?? {})]);
  const isFact = (id: string) => Object.hasOwn(line.facts, id);
  const isAboutDestinations = /転送先|destination/i.test(text);
  const isTag = (id: string) => line.languages.some(({ tag }) => tag === id);
  const nameOf = (id: string): string | null => {
    if (id === own || (isNoWord(id) && prompts.has(id))) return names.prompt(id);
    if (isNoWord(id) && isFact(id)) return names.fact(id);
    if (isAboutDestinations && line.destinations.some((each) => each.id === id)) return names.destination(id);
    return isTag(id) ? names.language(id) : null;
  };
  return (
    text
      // In the console, staff insert values with buttons and need not know their ids.
      .replaceAll(/「\{\{(\w+)\}\}」|"\{\{(\w+)\}\}"|\{\{(\w+)\}\}/g, (all, one, two, three) => {
        const id = one ?? two ?? three;
        return isFact(id) ? quote(names.fact(id)) : all;
      })
      .replaceAll(/(項目|[Tt]opic )(?:「([^「」]+)」|"([^"]+)")/g, (_all, what, one, two) => {
        return `${what}${quote(names.topic(one ?? two))}`;
      })
      .replaceAll(/(転送先|[Dd]estination )(?:「([^「」]+)」|"([^"]+)")/g, (_all, what, one, two) => {
        return `${what}${quote(names.destination(one ?? two))}`;
      })
      .replaceAll(/「([^「」]+)」|"([^"]+)"/g, (all, one, two) => {
        const name = nameOf(one ?? two);
        return name === null ? all : quote(name);
      })
  );
}
