import type { TextRef } from '../../call/step.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { type Status, status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import { describeFinding } from '../../naming/describe-finding.ts';
import type { Names } from '../../naming/names.ts';
import { ruleView } from '../../naming/rule-view.ts';
import type { ClosedGate, Gate, Hindrance, Passing } from '../../office/editions/gates/gate.ts';
import type { LineFile } from '../../words/line-file.ts';
import { approvalsOf, pathOfText } from '../text/open-text.ts';
import { stateStatus } from '../text/state-status.ts';
import { linkOfPlace, type PageLink } from './link-of-place.ts';

/** A closed gate of publishing in the visitor's language. */
export interface DescribedGate {
  readonly passing: Passing;
  readonly title: string;
  readonly advice: string;
  /** Number of hindrances that keep the gate closed. */
  readonly count: number;
  /** A link to the page of approvals if the gate is about approvals; null for other gates. */
  readonly all: PageLink | null;
  readonly items: readonly ClosedItem[];
  /** Number of problems that are left out of `items`. */
  readonly left: number;
  readonly status: Status;
}

/**
 * Maximum number of problems that the page shows for one gate. Further problems appear when some of these are fixed.
 */
const mostItems = 100;

/** A problem that keeps a gate closed. If it occurs in several places, it is listed once, with all these places. */
interface ClosedItem {
  readonly text: string;
  /** The id of the broken rule; empty if there is none. */
  readonly rule: string;
  /** The pages on which the problem can be fixed, other than the pages of single texts. */
  readonly links: readonly PageLink[];
  /** The texts in which the problem occurs: the name of each prompt, with a link for each language. */
  readonly texts: readonly { readonly prompt: string; readonly languages: readonly PageLink[] }[];
}

/**
 * Describes closed gates. Each hindrance has links to the texts or the page where staff can fix it, if there are any.
 */
export const describeGates = (
  visitor: Visitor,
  names: Names,
  line: LineFile,
  closed: readonly ClosedGate[],
): DescribedGate[] => {
  const { t, language } = visitor;
  return closed.map(({ gate, hindrances }) => {
    const groups = [...Map.groupBy(hindrances, (each) => JSON.stringify([each[language], each.rule])).values()];
    return {
      passing: gate.passing,
      title: gate.title[language],
      advice: gate.advice[language],
      count: hindrances.length,
      all: isOfApprovals(gate) ? { text: t('publish.gate-approvals'), href: `/console${gate.page}` } : null,
      items: groups.slice(0, mostItems).flatMap((same) => describeSame(visitor, names, line, gate, same)),
      left: Math.max(0, groups.length - mostItems),
      status: statusOf(t, gate.passing),
    };
  });
};

/** Describes one problem and all places in which it occurs. */
function describeSame(
  visitor: Visitor,
  names: Names,
  line: LineFile,
  gate: Gate,
  same: readonly Hindrance[],
): ClosedItem[] {
  const [first] = same;
  if (!first) return [];
  const { t } = visitor;
  const elsewhere = same.flatMap(({ place }) => linkTo(t, names, line, gate, place) ?? []);
  const inTexts = same.flatMap(textAt);
  const text = describeFinding(visitor, names, line, first);
  const canBeMended = elsewhere.length + inTexts.length > 0;
  return [
    {
      text: canBeMended ? text : `${text} ${t('findings.technician')}`,
      rule: first.rule,
      links: [...new Map(elsewhere.map((link) => [link.href, link])).values()],
      texts: [...Map.groupBy(inTexts, ({ prompt }) => prompt)].map(([prompt, texts]) => ({
        prompt: names.prompt(prompt),
        languages: [...new Set(texts.map((each) => each.language))].map((tag) => ({
          text: names.language(tag),
          href: isOfApprovals(gate) ? approvalsOf(tag, prompt) : `/console${pathOfText(tag, prompt)}`,
        })),
      })),
    },
  ];
}

/** The text that a hindrance is about, as a list. The list is empty if the hindrance is not about a text. */
const textAt = ({ place }: Hindrance): TextRef[] =>
  place && 'language' in place && place.prompt !== undefined
    ? [{ language: place.language, prompt: place.prompt }]
    : [];

function statusOf(t: Translate, passing: Passing): Status {
  if (passing === 'in-emergency') return stateStatus(t, 'to-approve');
  return passing === 'never'
    ? { kind: 'error', text: t('publish.error') }
    : { kind: 'warning', text: t('publish.warning') };
}

/** Whether the gate is about approvals. Its links then open the pages of approvals instead of the pages of texts. */
const isOfApprovals = ({ page }: Gate): boolean => page === '/approvals';

/**
 * The page on which staff can fix a hindrance. Null if the hindrance is about a single text, or if there is no page.
 */
function linkTo(
  t: Translate,
  names: Names,
  line: LineFile,
  { page }: Gate,
  place: Hindrance['place'],
): PageLink | null {
  if (place && 'prompt' in place && place.prompt !== undefined) return null;
  const elsewhere = page === null ? null : { text: t('publish.gate-page'), href: `/console${page}` };
  return (place && linkOfPlace(t, names, line, place)) ?? elsewhere;
}

const linkView = ({ text, href }: PageLink): Html => html`<a class="link-target" href="${href}">${text}</a> `;

/**
 * Maximum number of links to texts that a problem shows unfolded. If a problem has more, all its links are folded, so
 * that they do not push the form far down the page.
 */
const mostLinks = 20;

const textsView = (texts: ClosedItem['texts']): Html =>
  html`${texts.map(({ prompt, languages }) => html`<span class="gate-text">${prompt}: ${languages.map(linkView)}</span> `)}`;

function itemView(gate: DescribedGate, { rule, text, links, texts }: ClosedItem, { t }: Visit): Html {
  const count = texts.reduce((sum, { languages }) => sum + languages.length, 0);
  const isLong = count > mostLinks;
  const which = isLong
    ? html`<details class="more"><summary>${t('publish.gate-texts', { count })}</summary>${textsView(texts)}</details>`
    : '';
  return html`<li>${status(gate.status)} ${links.map(linkView)}${isLong ? '' : textsView(texts)}${text} ${ruleView(t, rule)}${which}</li>`;
}

/** A section about a closed gate: its hindrances, and what to do about them. */
export const closedGateView: View<DescribedGate> = (gate, visit) => html`<section>
<h2>${visit.t('publish.gate', { title: gate.title, count: gate.count })}</h2>
<p>${gate.advice}${gate.all ? html` ${linkView(gate.all)}` : ''}</p>
<ul class="findings">
${gate.items.map((item) => itemView(gate, item, visit))}
</ul>
${gate.left > 0 ? html`<p>${visit.t('publish.gate-left', { count: gate.left })}</p>` : ''}
</section>`;
