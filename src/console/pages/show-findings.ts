import type { UnfinishedText } from '../../office/editions/check-publishable.ts';
import type { Finding } from '../../words/finding.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ValuePlace } from '../../words/place.ts';
import type { Visitor } from '../visitor.ts';
import { showState } from './show-state.ts';

const hrefOf = (language: string, prompt: string): string => `/console/texts/${language}/${encodeURIComponent(prompt)}`;

/** The page on which a value that all languages share is changed; null for what only the files can say. */
function pageOf(
  { languages, topics, destinations, facts }: LineFile,
  [part, member]: ValuePlace['path'],
): { readonly key: string; readonly href: string } | null {
  const index = Number(member);
  const below = (key: string, list: string, id: string | undefined) => ({
    key: `${key}.nav`,
    href: `/console/${list}${id === undefined ? '' : `/${id}`}`,
  });
  switch (part) {
    case 'leaflet':
      return { key: 'leaflets.names.title', href: '/console/leaflets/names' };
    case 'languages':
      return below('languages', 'languages', languages[index]?.tag);
    case 'topics':
      return below('topics', 'topics', topics[index]?.id);
    case 'destinations':
      return below('destinations', 'destinations', destinations[index]?.id);
    case 'facts':
      return below('facts', 'facts', Object.hasOwn(facts, String(member)) ? String(member) : undefined);
    default:
      return null;
  }
}

/** Findings in the visitor's language, each with a link to the text or the page that it is about. */
export const showFindings = ({ t, language }: Visitor, line: LineFile, findings: readonly Finding[]) =>
  findings.map(({ rule, place, ja, en }) => {
    const page = 'path' in place ? pageOf(line, place.path) : null;
    const text = 'language' in place && place.prompt !== undefined ? { ...place, prompt: place.prompt } : null;
    return {
      rule,
      text: language === 'ja' ? ja : en,
      where: text ? `${text.language} ${text.prompt}` : page ? t(page.key) : '',
      href: text ? hrefOf(text.language, text.prompt) : (page?.href ?? ''),
    };
  });

/** Texts that may not be published as they are, with what is the matter with each. */
export const showUnfinished = ({ t }: Visitor, unfinished: readonly UnfinishedText[]) =>
  unfinished.map(({ language, prompt, state }) => ({
    where: `${language} ${prompt}`,
    href: hrefOf(language, prompt),
    state: showState(t, state),
  }));
