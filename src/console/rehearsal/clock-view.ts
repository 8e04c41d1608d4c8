import { type Html, html } from '../../frame/html.ts';
import { type Status, status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit } from '../../frame/visit.ts';
import { type CallClock, targets } from '../../office/rehearsal/call-clock.ts';

/** The time until a certain point of the call, such as the beginning of the information, compared with its target. */
interface DescribedTime {
  readonly name: string;
  /** Null if the call has not come to this point yet. */
  readonly seconds: string | null;
  /** Whether the time is within its target, in words. */
  readonly status: Status;
}

/** The times of a call, as the view shows them. */
interface DescribedClock {
  /** How long the call has taken up to the end of its last turn. */
  readonly seconds: string;
  readonly times: readonly DescribedTime[];
  /** Words that say whether the times were measured or predicted. */
  readonly about: string;
}

/** Describes the times of a call in words. */
export function describeClock(t: Translate, { seconds, language, information, isMeasured }: CallClock): DescribedClock {
  const time = (name: 'language' | 'information', value: number | null): DescribedTime => ({
    name: t(`rehearsal.clock.${name}`),
    seconds: value?.toFixed(1) ?? null,
    status: timeStatus(t, value, targets[name]),
  });
  return {
    seconds: seconds.toFixed(1),
    times: [time('language', language), time('information', information)],
    about: t(isMeasured ? 'rehearsal.clock.measured' : 'rehearsal.clock.predicted'),
  };
}

function timeStatus(t: Translate, value: number | null, target: number): Status {
  if (value === null) return { kind: 'plain', text: t('rehearsal.clock.not-yet', { target }) };
  if (value <= target) return { kind: 'good', text: t('rehearsal.clock.good', { target }) };
  return { kind: 'warning', text: t('rehearsal.clock.late', { target, over: (value - target).toFixed(1) }) };
}

/** The times of a call, and their targets. */
export function clockView({ seconds: now, times, about }: DescribedClock, { t }: Visit): Html {
  const inSeconds = (seconds: string) => t('rehearsal.clock.seconds', { seconds });
  return html`<h3>${t('rehearsal.clock.title')}</h3>
<dl class="rehearsal-clock">
<div><dt>${t('rehearsal.clock.now')}</dt><dd>${inSeconds(now)}</dd></div>
${times.map(({ name, seconds, status: mark }) => html`<div><dt>${name}</dt><dd>${seconds === null ? '' : html`${inSeconds(seconds)} `}${status(mark)}</dd></div>`)}
</dl>
<p class="quiet">${about}</p>`;
}
