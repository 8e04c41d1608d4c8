import type { EditionShelf } from '../edition/edition.ts';
import { namedEdition, textName } from '../edition/text-name.ts';
import type { CallNames } from './twilio/call-reports.ts';

/**
 * Returns the names by which operators know the languages, texts and destinations of the live edition. If a language or
 * a destination has no name, its tag or its id is returned instead. A text without a name is called by its language and
 * its id.
 * @param shelf returns null while the line has no edition
 */
export function callNames(shelf: () => Pick<EditionShelf, 'current'> | null): CallNames {
  const current = () => {
    const edition = shelf()?.current;
    return edition && namedEdition(edition);
  };
  const language = (tag: string) => current()?.languageName(tag) ?? tag;
  return {
    language: (tag) => ({ ja: language(tag), en: language(tag) }),
    destination: (id) => current()?.destinationName(id) ?? { ja: id, en: id },
    text(text) {
      const edition = current();
      if (edition) return textName(edition, text);
      const { language: tag, prompt } = text;
      return { ja: `${tag}(${prompt})`, en: `${tag} (${prompt})` };
    },
  };
}
