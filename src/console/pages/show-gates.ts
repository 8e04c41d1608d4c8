import type { ClosedGate, Gate, Hindrance, Passing } from '../../office/editions/gates/gate.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ValuePlace } from '../../words/place.ts';
import type { Visitor } from '../visitor.ts';
import { approvalsOf, pathOfText } from './open-text.ts';
import { type ShownState, showState } from './show-state.ts';

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

/** A gate that is closed, as `views/parts/closed-gate.eta` shows it. */
export interface ShownGate {
  readonly passing: Passing;
  readonly title: string;
  readonly advice: string;
  readonly count: number;
  readonly items: readonly {
    readonly text: string;
    readonly rule: string;
    /** Empty for what has no place; then it has no address either. */
    readonly where: string;
    readonly href: string;
  }[];
  readonly status: ShownState;
}

/** Closed gates in the visitor's language; what waits there has a link to the text or the page that it is about. */
export const showGates = ({ t, language }: Visitor, line: LineFile, closed: readonly ClosedGate[]): ShownGate[] =>
  closed.map(({ gate, hindrances }) => ({
    passing: gate.passing,
    title: gate.title[language],
    advice: gate.advice[language],
    count: hindrances.length,
    items: hindrances.map((hindrance) => ({
      text: hindrance[language],
      rule: hindrance.rule,
      ...linkTo(t, line, gate.opens, hindrance.place),
    })),
    status: statusOf(t, gate.passing),
  }));

function statusOf(t: Visitor['t'], passing: Passing): ShownState {
  if (passing === 'in-emergency') return showState(t, 'to-approve');
  return passing === 'never'
    ? { kind: 'error', text: t('publish.error') }
    : { kind: 'warning', text: t('publish.warning') };
}

const pages = {
  'kept-calls': '/console/rehearsal/calls',
  'language-check': '/console/crawl',
  approvals: '/console/approvals',
};

function linkTo(t: Visitor['t'], line: LineFile, opens: Gate['opens'], place: Hindrance['place']) {
  const elsewhere = opens === 'place' ? { where: '', href: '' } : { where: t('publish.gate-page'), href: pages[opens] };
  if (place === null || 'file' in place) return elsewhere;
  if ('path' in place) {
    const page = pageOf(line, place.path);
    return page ? { where: t(page.key), href: page.href } : elsewhere;
  }
  const { language, prompt } = place;
  if (prompt === undefined) return elsewhere;
  const href = opens === 'approvals' ? approvalsOf(language, prompt) : `/console${pathOfText(language, prompt)}`;
  return { where: `${language} ${prompt}`, href };
}
