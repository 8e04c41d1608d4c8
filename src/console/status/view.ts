import type { LanguageTag } from '../../call/line.ts';
import type { Bilingual } from '../../common/bilingual.ts';
import { type Html, html, nothing, type View } from '../../frame/html.ts';
import { asksAgain, banner, csrfField, folded, ifAny, type Kind, status } from '../../frame/parts.ts';
import type { ConsoleLanguage, Translate } from '../../frame/translate.ts';
import type { Check, CheckState } from '../../operation/check.ts';

/** The results of one run: a check, test calls, the deployment of the fallback, or the setup of the numbers. */
export interface SeenDiagnosis {
  readonly heading: string;
  /** When the run ended, in words. */
  readonly at: string;
  readonly checks: readonly Check[];
  /** Why there are no results; null if there are some. */
  readonly error: Bilingual | null;
}

interface StatusPageData {
  readonly isConnected: boolean;
  readonly isBusy: boolean;
  readonly mayAct: boolean;
  readonly canMend: boolean;
  readonly seen: readonly SeenDiagnosis[];
  /** The call counts; null if there are none. */
  readonly counted: {
    readonly since: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly nameOf: (language: LanguageTag) => string;
  } | null;
}

const kinds: Readonly<Record<CheckState, Kind | 'plain'>> = {
  fail: 'error',
  warn: 'warning',
  skip: 'plain',
  ok: 'good',
};

export const statusView: View<StatusPageData> = ({ isConnected, isBusy, mayAct, canMend, seen, counted }, visit) => {
  const { t, language } = visit;
  const button = (what: string, text: string, kind = ' button-quiet') =>
    html`<button class="button${kind}" type="submit" name="do" value="${what}">${text}</button>`;
  const form = html`<form method="post" action="/console/status" class="checks-actions">
${csrfField(visit)}
${isConnected && canMend ? html`<p class="hint">${t('status.mend-what')}</p>${button('mend', t('status.mend'), '')} ` : ''}${button('check', t('status.look'))} ${isConnected ? button('probe', t('status.probe')) : ''}
</form>`;
  return html`${isConnected ? html`<p>${t('status.what')}</p>` : banner({ kind: 'information', text: t('status.not-connected') })}
${statusJobView({ isBusy }, visit)}
${mayAct ? form : html`<p class="hint">${t('status.who')}</p>`}
${seen.length === 0 && !isBusy && isConnected ? html`<p>${t('status.no-look')}</p>` : ''}
${seen.map((each) => diagnosisView(each, t, language))}
${counted ? countsView(counted, t) : nothing}`;
};

/** While a run is in progress, the browser requests this part again and again. */
export const statusJobView: View<{ readonly isBusy: boolean }> = ({ isBusy }, { t }) =>
  html`<div id="status-job"${isBusy ? asksAgain('/console/status/progress') : ''}>${
    isBusy
      ? html`${banner({ kind: 'information', text: t('status.busy') })}<p><a href="/console/status">${t('status.reload')}</a></p>`
      : ''
  }</div>`;

/** A table of the call counts, with each kind of event in words. */
function countsView({ since, counts, nameOf }: NonNullable<StatusPageData['counted']>, t: Translate): Html {
  const named = (key: string): string => {
    const [kind = '', what = ''] = key.split(' ');
    return isOneOf(countedKinds, kind) ? t(`status.kinds.${kind}`, { what: wordOf(kind, what) }) : key;
  };
  const wordOf = (kind: CountedKind, what: string): string => {
    if (isOneOf(outcomes, what)) return t(`status.outcome.${what}`);
    if (what === 'other') return t('status.others');
    if (kind !== 'said' && kind !== 'trouble') return what;
    return what === 'any' ? t('status.no-language') : nameOf(what);
  };
  return html`<section>
<h2>${t('status.counts')}</h2>
<p class="quiet">${t('status.since', { when: since })}</p>
<table class="table counts">
<thead><tr><th scope="col">${t('status.kind')}</th><th scope="col">${t('status.count')}</th></tr></thead>
<tbody>${Object.entries(counts).map(([key, count]) => html`<tr><th scope="row" data-label="${t('status.kind')}">${named(key)}</th><td data-label="${t('status.count')}">${count}</td></tr>`)}</tbody>
</table>
</section>`;
}

const outcomes = ['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled'] as const;
const countedKinds = ['call', 'twilio', 'transfer', 'said', 'trouble'] as const;
type CountedKind = (typeof countedKinds)[number];
const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  (names as readonly string[]).includes(name);

function diagnosisView({ heading, at, checks, error }: SeenDiagnosis, t: Translate, language: ConsoleLanguage): Html {
  const failures = checks.filter(({ state }) => state === 'fail').length;
  const open = (['fail', 'warn', 'skip'] as const).flatMap((each) => checks.filter(({ state }) => state === each));
  const right = checks.filter(({ state }) => state === 'ok');
  const summary = error
    ? banner({ kind: 'error', text: t('status.error') })
    : failures > 0
      ? banner({ kind: 'error', text: t('status.failures', { count: failures }) })
      : banner({ kind: 'good', text: t('status.all-well') });
  return html`<section>
<h2>${heading}</h2>
<p class="quiet">${t('status.at', { when: at })}</p>
${summary}
${error ? folded(t, html`<p>${error[language]}</p>`) : nothing}
${ifAny(open, (some) => html`<ul class="findings checks">${some.map((check) => checkView(check, t, language))}</ul>`)}
${ifAny(
  right,
  (some) => html`<details class="more"><summary>${t('status.right', { count: some.length })}</summary>
<ul class="findings">${some.map((check) => checkView(check, t, language))}</ul></details>`,
)}
</section>`;
}

/**
 * How to fix what a check found. Instructions that name commands, settings or files are folded, because only the
 * technician needs them.
 */
function mendView({ mend, mendedBy }: Check, t: Translate, language: ConsoleLanguage): Html {
  if (mend === undefined) return nothing;
  const how = html`<span class="quiet">${t('status.how')}:</span> ${mend[language]}`;
  return mendedBy === 'staff' ? html`<br>${how}` : folded(t, html`<p>${how}</p>`);
}

function checkView(check: Check, t: Translate, language: ConsoleLanguage): Html {
  const { state, about, expected, found } = check;
  const value = (name: string, text: string | undefined) =>
    text === undefined ? nothing : html`<br><span class="quiet">${name}:</span> <code>${text}</code>`;
  const values =
    state === 'ok'
      ? value(t('status.found'), found)
      : html`${value(t('status.expected'), expected)}${value(t('status.found'), found)}`;
  return html`<li>${status({ kind: kinds[state], text: t(`status.state.${state}`) })} ${about[language]}${values}${mendView(check, t, language)}</li>`;
}
