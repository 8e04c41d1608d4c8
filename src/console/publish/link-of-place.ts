import type { Translate } from '../../frame/translate.ts';
import type { Names } from '../../naming/names.ts';
import type { Finding } from '../../words/finding.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ValuePlace } from '../../words/place.ts';
import { pathOfText } from '../text/open-text.ts';

/** A link to a page of the console: its words and its address. */
export interface PageLink {
  readonly text: string;
  readonly href: string;
}

/** The page on which staff can fix the problem of a finding; null if no page of the console can fix it. */
export function linkOfPlace(t: Translate, names: Names, line: LineFile, place: Finding['place']): PageLink | null {
  if ('file' in place) return null;
  if ('path' in place) return linkOfValue(t, names, line, place.path);
  const { language, prompt } = place;
  return prompt === undefined
    ? { text: names.language(language), href: `/console/texts?language=${language}` }
    : { text: names.text({ language, prompt }), href: `/console${pathOfText(language, prompt)}` };
}

/** The page on which a value that all languages share can be changed; null if no page changes the value. */
function linkOfValue(
  t: Translate,
  names: Names,
  { languages, topics, destinations, facts }: LineFile,
  [part, member]: ValuePlace['path'],
): PageLink | null {
  const index = Number(member);
  const below = (page: 'languages' | 'topics' | 'destinations' | 'facts', id: string | undefined, name: string) =>
    id === undefined
      ? { text: t(`${page}.nav`), href: `/console/${page}` }
      : { text: name, href: `/console/${page}/${id}` };
  switch (part) {
    case 'leaflet':
      return { text: t('leaflets.names.title'), href: '/console/leaflets/names' };
    case 'languages': {
      const tag = languages[index]?.tag;
      return below('languages', tag, names.language(tag ?? ''));
    }
    case 'topics': {
      const id = topics[index]?.id;
      return below('topics', id, names.topic(id ?? ''));
    }
    case 'destinations': {
      const id = destinations[index]?.id;
      return below('destinations', id, names.destination(id ?? ''));
    }
    case 'facts': {
      const id = Object.hasOwn(facts, String(member)) ? String(member) : undefined;
      return below('facts', id, names.fact(id ?? ''));
    }
    case 'defaultDestination':
    case 'announcers':
      return { text: t('languages.start.title'), href: '/console/languages/start' };
    case 'sourceLanguage':
      return below('languages', undefined, '');
    // An empty path means a problem of all texts together, such as how long a caller waits for the last language.
    case undefined:
      return { text: t('ledger.nav'), href: '/console/texts' };
    default:
      return null;
  }
}
