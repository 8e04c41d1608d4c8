import { field } from '../../frame/fields.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField, ifAny, status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import { callLimits } from '../../office/rehearsal/call-desk.ts';
import { decodePath } from '../../office/rehearsal/path-code.ts';
import { type ExpectedTurn, expectedSaying, type RehearsedCall } from '../../office/rehearsal/rehearsed-call.ts';
import type { CallFailure } from '../../office/rehearsal/run-rehearsed-calls.ts';
import { queryOf } from '../../office/rehearsal/settings.ts';
import { settingsOf } from '../../office/rehearsal/to-situation.ts';
import { inputLabel, placeLabelById } from './labels.ts';

/** The outcome of a kept call on the current draft. */
export type CallOutcome = 'passed' | 'not-run' | CallFailure;

/** A call that is kept as a test, as views show it. */
type DescribedKeptCall = ReturnType<typeof describeKeptCall>;

/** Describes a call that is kept as a test, and the first turn that is different on the current draft. */
export function describeKeptCall(
  visitor: Pick<Visitor, 't' | 'language' | 'people'>,
  names: Names,
  call: RehearsedCall,
  outcome: CallOutcome,
) {
  const { t, language } = visitor;
  const path = decodePath(call.path) ?? [];
  return {
    number: call.number,
    revision: call.revision,
    title: call.title,
    href: `/console/rehearsal?${queryOf(settingsOf(call.situation), path)}`,
    at: call.situation.at.replace('T', ' '),
    inputs: path.map((input) => inputLabel(t, input)),
    when: formatMoment(language, call.at),
    who: formatPerson(visitor, call.by),
    isPassed: outcome === 'passed',
    failure:
      typeof outcome === 'string'
        ? null
        : {
            text: t('rehearsal.calls.differs', { turn: outcome.turn }),
            expected: describeExpected(t, names, outcome.expected),
            heard: describeExpected(t, names, outcome.heard),
          },
  };
}

function describeExpected(t: Translate, names: Names, turn: ExpectedTurn | null) {
  if (!turn) return { place: t('rehearsal.calls.nothing'), said: [], ending: null };
  const { screen, language, said, ending } = turn;
  const place = placeLabelById(t, names, screen);
  return {
    place: language === null ? place : `${place} (${names.language(language)})`,
    said: said.map((entry) => {
      const { key, ...text } = expectedSaying(entry);
      return key === null ? names.text(text) : t('rehearsal.calls.with-key', { text: names.text(text), key });
    }),
    ending: endingLabel(t, names, ending),
  };
}

/** @param ending the `ending` of an `ExpectedTurn`, such as `dial` and the id of a destination */
function endingLabel(t: Translate, names: Names, ending: string): string {
  const [what, destination = ''] = ending.split(' ');
  if (what === 'dial') return t('rehearsal.calls.ending-dial', { destination: names.destination(destination) });
  return t(what === 'hang-up' ? 'rehearsal.calls.ending-hang-up' : 'rehearsal.calls.ending-wait');
}

/** A refused form about one call, as it was sent, with its error. */
export interface ChangeRefused {
  readonly number: number;
  /** An error that is not about the title. */
  readonly error?: string | undefined;
  /** The title that was typed; undefined for a form without a title. */
  readonly title?: string | undefined;
  readonly titleError?: string | undefined;
}

/** The page with all calls that are kept as tests. */
interface CallsData {
  readonly calls: readonly DescribedKeptCall[];
  /** A sentence that says how many calls pass and how many fail, or that no calls could be made. */
  readonly summary: string;
  readonly isGreen: boolean;
  readonly mayEdit: boolean;
  readonly refused: ChangeRefused | null;
}

export const callsView: View<CallsData> = ({ calls, summary, isGreen, mayEdit, refused }, visit) => {
  const { t } = visit;
  return html`<p>${t('rehearsal.calls.about')}</p>
${calls.length === 0 ? html`<p>${t('rehearsal.calls.none')}</p>` : banner({ kind: isGreen ? 'good' : 'warning', text: summary })}
<ul class="rehearsal-list">
${calls.map((call) => keptCall(call, mayEdit, refused?.number === call.number ? refused : null, visit))}
</ul>`;
};

function keptCall(call: DescribedKeptCall, mayEdit: boolean, refused: ChangeRefused | null, visit: Visit): Html {
  const { t } = visit;
  const { title, failure, isPassed, at, inputs, when, who, href } = call;
  const result = failure
    ? status({ kind: 'error', text: t('rehearsal.calls.failed') })
    : isPassed
      ? status({ kind: 'good', text: t('rehearsal.calls.passed') })
      : '';
  return html`<li>
<h2>${title} ${result}</h2>
<p>${t('rehearsal.calls.how', { at, inputs: inputs.join(', ') || t('rehearsal.calls.no-inputs') })}</p>
<p class="quiet">${t('rehearsal.calls.saved', { when, who })} · <a class="link-target" href="${href}">${t('rehearsal.calls.hear')}</a></p>
${refused?.error === undefined ? '' : banner({ kind: 'error', text: refused.error })}
${failure ? difference(failure, visit) : ''}
${failure && mayEdit ? acceptForm(call, visit) : ''}
${mayEdit ? changeForms(call, refused, visit) : ''}
</li>`;
}

/** The first turn that differs, as expected and as it is now. */
function difference(failure: NonNullable<DescribedKeptCall['failure']>, { t }: Visit): Html {
  const side = (name: 'expected' | 'heard'): Html => {
    const { place, ending, said } = failure[name];
    return html`<div>
<h3>${t(`rehearsal.calls.${name}`)}</h3>
<p>${place}${ending === null ? '' : `, ${ending}`}</p>
${ifAny(
  said,
  (prompts) => html`<p class="quiet">${t('rehearsal.calls.said')}</p>
<ul>
${prompts.map((prompt) => html`<li>${prompt}</li>`)}
</ul>`,
)}
</div>`;
  };
  return html`<p>${failure.text}</p>
<div class="rehearsal-differs">
${side('expected')}
${side('heard')}
</div>`;
}

/** The form's CSRF token, and the revision of the call that the page shows. */
const formHead = ({ revision }: DescribedKeptCall, visit: Visit): Html => html`${csrfField(visit)}
<input type="hidden" name="basedOn" value="${revision}">`;

function acceptForm(call: DescribedKeptCall, visit: Visit): Html {
  const { t } = visit;
  return html`<form method="post" action="/console/rehearsal/calls/${call.number}/accept">
${formHead(call, visit)}
<p class="quiet">${t('rehearsal.calls.accept-about')}</p>
<button class="button" type="submit">${t('rehearsal.calls.accept')}</button>
</form>`;
}

function changeForms(call: DescribedKeptCall, refused: ChangeRefused | null, visit: Visit): Html {
  const { t } = visit;
  const { number, title } = call;
  return html`<details class="more"${refused?.title === undefined ? '' : ' open'}>
<summary>${t('rehearsal.calls.change')}</summary>
<form class="form" method="post" action="/console/rehearsal/calls/${number}/rename">
${formHead(call, visit)}
${field(t, { id: `title-${number}`, name: 'title', label: t('rehearsal.calls.label'), value: refused?.title ?? title, error: refused?.titleError, maxlength: callLimits.title })}
<button class="button button-quiet" type="submit">${t('rehearsal.calls.rename')}</button>
</form>
<form method="post" action="/console/rehearsal/calls/${number}/archive">
${formHead(call, visit)}
<button class="button button-danger" type="submit">${t('rehearsal.calls.archive')}</button>
</form>
</details>`;
}
