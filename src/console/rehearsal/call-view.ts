import { dialOutcomes, type Key } from '../../call/input.ts';
import { copyField, field } from '../../frame/fields.ts';
import { type Html, html, nothing, type View } from '../../frame/html.ts';
import type { KeptForm } from '../../frame/kept-form.ts';
import { csrfField, hiddenFields } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { languageOf } from '../../office/rehearsal/call-clock.ts';
import { callLimits } from '../../office/rehearsal/call-desk.ts';
import { encodePath, type RehearsedInput, signOf } from '../../office/rehearsal/path-code.ts';
import { clockView, describeClock } from './clock-view.ts';
import { inputLabel } from './labels.ts';
import { describeMap, mapView } from './map-view.ts';
import type { OpenRehearsal } from './open-rehearsal.ts';
import { describeTurn, turnView } from './turn-view.ts';

/** The keys in the order in which they are on a telephone. */
const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const satisfies readonly Key[];

/** A call as the view shows it. */
type DescribedCall = NonNullable<ReturnType<typeof describeCall>>;

/**
 * Describes one call up to its last turn.
 * @param query the query of an address that repeats the same call at any later time
 * @returns null if there is no call, or if no turn of the call was heard
 */
export function describeCall(
  visit: Visit,
  { read, call, clock, sounds, edition, drafted }: OpenRehearsal,
  query: string,
) {
  const { t } = visit;
  if (!call || !clock || !edition) return null;
  const names = namesIn(visit, drafted.now, [edition.file]);
  const turns = call.turns.map((turn, index) => {
    const sound = sounds[index] ?? { seconds: 0, sentences: [], isMeasured: false };
    return describeTurn(visit, names, turn, { index, sound, at: clock.turns[index] ?? 0 });
  });
  const last = turns.at(-1);
  if (!last) return null;
  const path = encodePath(read.path ?? []);
  const button = (input: RehearsedInput, text = inputLabel(t, input)) => {
    const sign = signOf(input);
    return { path: `${path}${sign}`, text, sign };
  };
  const tag = languageOf(call.turns);
  return {
    path,
    keys: keypad.map((key) => button({ kind: 'key', key }, key)),
    silence: button({ kind: 'silence' }),
    outcomes: dialOutcomes.map((outcome) => button({ kind: 'dial-ended', outcome })),
    /** The path one step back; null at the beginning. */
    back: path === '' ? null : path.slice(0, -1),
    turns,
    /** The last turn, which is heard now. */
    last,
    clock: describeClock(t, clock),
    /** The map for the caller's language; null until the caller has chosen a language. */
    map: tag === null ? null : describeMap(t, names, { line: edition.line, tag }, call.turns),
    reportAddress: `/console/rehearsal/problems/new?${query}`,
  };
}

/** A call, and the forms that continue or keep it. */
export interface CallData {
  readonly call: DescribedCall;
  /** The address at which other staff hear the same call. */
  readonly link: string;
  /** The settings, which the forms of the call send again as hidden fields. */
  readonly settingFields: KeptForm['fields'];
  /**
   * The form that keeps the call as a test. Null if the visitor may not keep it, or if the call is on the live edition.
   */
  readonly keep: { readonly title: string; readonly error: string | undefined } | null;
}

/** One call: the telephone, the transcript, the map, a link to the call, and the form that keeps it as a test. */
export const callView: View<CallData> = (data, visit) => {
  const { t } = visit;
  const { turns, last, map, reportAddress } = data.call;
  return html`<p class="unseen" role="status" data-now>${t('rehearsal.phone.now-at', { place: last.place })} ${last.ending}</p>
<div class="rehearsal">
${phone(data, visit)}
<section aria-labelledby="transcript-title">
<h2 id="transcript-title">${t('rehearsal.transcript.title')}</h2>
<p class="quiet">${t('rehearsal.transcript.about')}</p>
<ol class="rehearsal-turns">
${turns.map((turn) => turnView(turn, { isLast: turn === last, reportAddress }, visit))}
</ol>
</section>
</div>
${mapView(map, visit)}
${share(data, visit)}
${keep(data, visit)}`;
};

function phone({ call, settingFields }: CallData, visit: Visit): Html {
  const { t } = visit;
  const { last, back } = call;
  return html`<section class="rehearsal-phone" aria-labelledby="phone-title">
<h2 id="phone-title">${t('rehearsal.phone.title')}</h2>
<p class="rehearsal-place"><strong>${last.place}</strong><br>${last.ending}</p>
<form method="get" action="/console/rehearsal#latest" data-keys>
${hiddenFields(settingFields)}
${inputs(call, visit)}
<div class="rehearsal-ways">
${back === null ? '' : html`<button class="button button-quiet" type="submit" name="path" value="${back}" data-back>${t('rehearsal.phone.back')}</button>`}
<button class="button button-quiet" type="submit" name="path" value="" data-again>${t('rehearsal.phone.again')}</button>
</div>
</form>
<div class="rehearsal-scripted" data-scripted hidden>
<label class="choice"><input type="checkbox" data-play checked> <span>${t('rehearsal.phone.play')}</span></label>
<label class="choice"><input type="checkbox" data-keyboard checked> <span>${t('rehearsal.phone.keyboard')}</span></label>
<label class="choice"><input type="checkbox" data-waits> <span>${t('rehearsal.phone.wait')}</span></label>
<button class="button button-quiet" type="button" data-stop>${t('rehearsal.phone.stop')}</button>
<p role="alert" data-phone-trouble></p>
</div>
${clockView(call.clock, visit)}
</section>`;
}

/**
 * The buttons for the next input: keys and silence, or the outcomes of a transfer. After the end of the call, a
 * sentence is shown instead.
 */
function inputs({ last, keys, silence, outcomes }: DescribedCall, { t }: Visit): Html {
  if (last.does === 'hang-up') return html`<p>${t('rehearsal.phone.over')}</p>`;
  if (last.does === 'dial')
    return html`<p id="outcomes-title">${t('rehearsal.phone.outcomes')}</p>
<div class="rehearsal-outcomes" role="group" aria-labelledby="outcomes-title">
${outcomes.map(({ path, text, sign }) => html`<button class="button button-quiet" type="submit" name="path" value="${path}" data-sign="${sign}">${text}</button> `)}
</div>`;
  const keyName = (key: string): string => {
    if (key === '*') return t('rehearsal.phone.star');
    return key === '#' ? t('rehearsal.phone.hash') : t('rehearsal.phone.key', { key });
  };
  return html`<div class="rehearsal-keys" role="group" aria-label="${t('rehearsal.phone.keys')}">
${keys.map(({ path, text, sign }) => html`<button class="rehearsal-key" type="submit" name="path" value="${path}" data-sign="${sign}" data-key="${text}" aria-label="${keyName(text)}">${text}</button>`)}
</div>
<button class="button button-quiet" type="submit" name="path" value="${silence.path}" data-sign="${silence.sign}">${silence.text}</button>`;
}

const share = ({ link }: CallData, { t }: Visit): Html => html`<section aria-labelledby="share-title">
<h2 id="share-title">${t('rehearsal.share.title')}</h2>
${copyField(t, { label: t('rehearsal.share.link'), help: t('rehearsal.share.help'), value: link })}
</section>`;

function keep({ call, settingFields, keep: form }: CallData, visit: Visit): Html {
  const { t } = visit;
  if (!form) return nothing;
  const { title: value, error } = form;
  return html`<section aria-labelledby="keep-title">
<h2 id="keep-title">${t('rehearsal.keep.title')}</h2>
<p>${t('rehearsal.keep.about')}</p>
<form class="form" method="post" action="/console/rehearsal/calls">
${csrfField(visit)}
${hiddenFields(settingFields)}
<input type="hidden" name="path" value="${call.path}">
${field(t, { name: 'title', label: t('rehearsal.keep.label'), help: t('rehearsal.keep.help'), value, error, maxlength: callLimits.title })}
<button class="button" type="submit">${t('rehearsal.keep.button')}</button>
</form>
</section>`;
}
