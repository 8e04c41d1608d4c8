import type { LanguageTag } from '../../call/line.ts';
import type { Edition } from '../../edition/edition.ts';

/** What the page shows before a call: the line's name and its languages, in the order of the menu, under their own names. */
export function showLine({ file }: Edition) {
  return { name: file.name, languages: file.languages.map(({ tag, name }) => ({ tag, name })) };
}

/** The line's own spelling of a language tag, whose letters may be large or small (RFC 5646, section 2.1.1). */
export function findLanguage({ file }: Edition, asked: string): LanguageTag | undefined {
  return file.languages.find(({ tag }) => tag.toLowerCase() === asked.toLowerCase())?.tag;
}

/** Says which languages there are, to whoever asked for another. */
export function whichLanguages({ file }: Edition): string {
  return `This line does not speak that language; it speaks ${file.languages.map(({ tag }) => tag).join(', ')}.`;
}
