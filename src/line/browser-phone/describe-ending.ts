import { asDialledHere } from '../../call/dialable.ts';
import type { LanguageTag } from '../../call/line.ts';
import { destinationPrompt } from '../../call/say.ts';
import type { Edition } from '../../edition/edition.ts';
import type { ShownPart } from '../../edition/edition-file.ts';
import { dialled } from '../../edition/shown-text.ts';
import type { Ending } from '../../edition/take-turn.ts';
import { nameIn, sentencesOf, type Titled } from '../pages/line-texts.ts';
import { speaker } from '../pages/page-words.ts';

/**
 * How a turn ends, for the page. For a transfer, adds the names, telephone number, charges and hours of the
 * destination.
 */
export function describeEnding(edition: Edition, ending: Ending) {
  if (ending.do !== 'dial') return ending;
  const { destination, language } = ending;
  const told = numberToldOf(edition, destination, language) ?? { text: asDialledHere(ending.number) };
  return {
    ...ending,
    names: namesOf(edition, destination, language),
    told,
    charged: told.text.startsWith('0570') ? (language === null ? ['ja', 'en'] : [language]).map(chargedIn) : [],
    hours: hoursOf(edition, destination, language),
  };
}

const chargedIn = (tag: LanguageTag): Titled => speaker(tag).titled('charged');

/**
 * The name of a destination in a language, as on the public pages. Before a language is chosen, the name is in Japanese
 * and English. A destination that the pages do not list has only these two names, and readers of any other language get
 * both.
 */
function namesOf({ file }: Edition, destination: string, language: LanguageTag | null): readonly Titled[] {
  const contact = file.leaflet?.contacts.find((each) => each.destination === destination);
  if (contact && language !== null) return [nameIn(contact, language)];
  if (contact) return [nameIn(contact, 'ja'), nameIn(contact, 'en')];
  const [, name] = file.destinations.find(([id]) => id === destination) ?? [];
  const both = (['ja', 'en'] as const).map((tag) => ({ language: tag, parts: [{ text: name?.[tag] ?? destination }] }));
  const own = both.filter((each) => each.language === language?.split('-')[0]);
  return own.length > 0 ? own : both;
}

/**
 * The sentences with the usual hours of a destination; empty if the edition has none. Before a language is chosen, they
 * are in the first language of the announcers.
 */
function hoursOf(edition: Edition, destination: string, language: LanguageTag | null): readonly Titled[] {
  const tag = language ?? edition.line.announcers[0] ?? 'ja';
  return sentencesOf(edition, { prompt: destinationPrompt(destination, 'hours'), language: tag }).map(
    ({ language: spoken, shown }) => ({ language: spoken, parts: shown }),
  );
}

/** The telephone number of a destination that callers hear; null if the edition's sentences contain none. */
function numberToldOf(edition: Edition, destination: string, language: LanguageTag | null): ShownPart | null {
  const tag = language ?? edition.line.announcers[0] ?? 'ja';
  const said = sentencesOf(edition, { prompt: destinationPrompt(destination, 'number'), language: tag });
  const [part] = said.flatMap(({ shown }) => shown.filter((each) => dialled(each) !== null));
  return part ? { text: part.text, dial: dialled(part) ?? '' } : null;
}
