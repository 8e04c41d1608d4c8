import { readPlaceOfPath, readPlaceOfPrompt } from '../../office/drafts/places.ts';
import type { PlacedDraft } from '../../office/drafts/to-draft.ts';
import type { UnfinishedText } from '../../office/editions/check-publishable.ts';
import { lineFileName } from '../../words/draft.ts';
import type { Finding } from '../../words/finding.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { Visitor } from '../visitor.ts';
import { showState } from './show-state.ts';

const hrefOf = (language: string, prompt: string): string => `/console/texts/${language}/${encodeURIComponent(prompt)}`;

/** The page on which a value that all languages share is changed; null for what only the files can say. */
function pageOf(
  { languages, topics, destinations, facts }: LineFile,
  place: string,
): { readonly key: string; readonly href: string } | null {
  const [part = '', member] = readPlaceOfPath(place);
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
export const showFindings = ({ t, language }: Visitor, draft: PlacedDraft, findings: readonly Finding[]) =>
  findings.map((finding) => {
    const place = draft.placeOf(finding);
    const tag = finding.file.replace(/\.yaml$/, '');
    const isText = finding.file !== lineFileName && place !== null;
    const { prompt } = readPlaceOfPrompt(place ?? '');
    const page = isText ? null : pageOf(draft.line, place ?? '');
    return {
      rule: finding.rule,
      text: language === 'ja' ? finding.ja : finding.en,
      where: isText ? `${tag} ${prompt}` : page ? t(page.key) : '',
      href: isText ? hrefOf(tag, prompt) : (page?.href ?? ''),
    };
  });

/** Texts that may not be published as they are, with what is the matter with each. */
export const showUnfinished = ({ t }: Visitor, unfinished: readonly UnfinishedText[]) =>
  unfinished.map(({ language, prompt, state }) => ({
    where: `${language} ${prompt}`,
    href: hrefOf(language, prompt),
    state: showState(t, state),
  }));
