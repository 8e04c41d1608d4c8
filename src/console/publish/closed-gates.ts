import type { ClosedGate, Gate, Hindrance, Passing } from '../../office/editions/gates/gate.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ValuePlace } from '../../words/place.ts';
import { html, type View } from '../frame/html.ts';
import { type Status, status } from '../frame/parts.ts';
import type { TextKey, Translate } from '../frame/translate.ts';
import type { Visitor } from '../frame/visit.ts';
import type { Names } from '../names/names.ts';
import { approvalsOf, pathOfText } from '../text/open-text.ts';
import { stateStatus } from '../text/state-status.ts';

/** A closed gate of publishing in the visitor's language. */
export interface DescribedGate {
  readonly passing: Passing;
  readonly title: string;
  readonly advice: string;
  /** What keeps it closed. */
  readonly items: readonly {
    readonly text: string;
    /** The id of a rule; empty where there is none. */
    readonly rule: string;
    /** The page on which it can be fixed; null if it can be fixed only in the files. */
    readonly link: Link | null;
  }[];
  readonly status: Status;
}

interface Link {
  readonly text: string;
  readonly href: string;
}

/** Closed gates; each hindrance has a link to the text or the page that it is about. */
export const describeGates = (
  { t, language }: Visitor,
  names: Names,
  line: LineFile,
  closed: readonly ClosedGate[],
): DescribedGate[] =>
  closed.map(({ gate, hindrances }) => ({
    passing: gate.passing,
    title: gate.title[language],
    advice: gate.advice[language],
    items: hindrances.map((hindrance) => ({
      text: hindrance[language],
      rule: hindrance.rule,
      link: linkTo(t, names, line, gate.opens, hindrance.place),
    })),
    status: statusOf(t, gate.passing),
  }));

function statusOf(t: Translate, passing: Passing): Status {
  if (passing === 'in-emergency') return stateStatus(t, 'to-approve');
  return passing === 'never'
    ? { kind: 'error', text: t('publish.error') }
    : { kind: 'warning', text: t('publish.warning') };
}

const pages = {
  'kept-calls': '/console/rehearsal/calls',
  'language-check': '/console/crawl',
  approvals: '/console/approvals',
};

function linkTo(
  t: Translate,
  names: Names,
  line: LineFile,
  opens: Gate['opens'],
  place: Hindrance['place'],
): Link | null {
  const elsewhere = opens === 'place' ? null : { text: t('publish.gate-page'), href: pages[opens] };
  if (place === null || 'file' in place) return elsewhere;
  if ('path' in place) {
    const page = pageOf(line, place.path);
    return page ? { text: t(page.key), href: page.href } : elsewhere;
  }
  const { language, prompt } = place;
  if (prompt === undefined) return elsewhere;
  const href = opens === 'approvals' ? approvalsOf(language, prompt) : `/console${pathOfText(language, prompt)}`;
  return { text: names.text({ language, prompt }), href };
}

/** The page on which a value that all languages share can be changed; null if it can be changed only in the files. */
function pageOf(
  { languages, topics, destinations, facts }: LineFile,
  [part, member]: ValuePlace['path'],
): { readonly key: TextKey; readonly href: string } | null {
  const index = Number(member);
  const below = (page: 'languages' | 'topics' | 'destinations' | 'facts', id: string | undefined) => ({
    key: `${page}.nav` as const,
    href: `/console/${page}${id === undefined ? '' : `/${id}`}`,
  });
  switch (part) {
    case 'leaflet':
      return { key: 'leaflets.names.title', href: '/console/leaflets/names' };
    case 'languages':
      return below('languages', languages[index]?.tag);
    case 'topics':
      return below('topics', topics[index]?.id);
    case 'destinations':
      return below('destinations', destinations[index]?.id);
    case 'facts':
      return below('facts', Object.hasOwn(facts, String(member)) ? String(member) : undefined);
    default:
      return null;
  }
}

/** A closed gate: its hindrances, and what to do about them. */
export const closedGateView: View<DescribedGate> = (gate, { t }) => html`<section>
<h2>${t('publish.gate', { title: gate.title, count: gate.items.length })}</h2>
<p>${gate.advice}</p>
<ul class="findings">
${gate.items.map(
  ({ rule, text, link }) =>
    html`<li>${status(gate.status)} ${link ? html`<a class="link-target" href="${link.href}">${link.text}</a> ` : ''}${text}${rule ? html` (${rule})` : ''}</li>`,
)}
</ul>
</section>`;
