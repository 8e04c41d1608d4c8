import { type CallClock, targets } from '../../office/rehearsal/call-clock.ts';
import type { Translate } from '../texts/texts.ts';
import type { ShownState } from './show-state.ts';

/** A time of the call beside what it should be at the most. */
interface ShownTime {
  readonly name: string;
  /** Null where it has not come yet. */
  readonly seconds: string | null;
  readonly state: ShownState;
}

/** The seconds of a call; whether they are good is told in words. */
export function showClock(t: Translate, { seconds, language, information, isMeasured }: CallClock) {
  const time = (name: 'language' | 'information', value: number | null): ShownTime => {
    const target = targets[name];
    const shown = value?.toFixed(1) ?? null;
    return { name: t(`rehearsal.clock.${name}`), seconds: shown, state: stateOf(t, value, target) };
  };
  return {
    seconds: seconds.toFixed(1),
    times: [time('language', language), time('information', information)],
    about: t(isMeasured ? 'rehearsal.clock.measured' : 'rehearsal.clock.predicted'),
  };
}

function stateOf(t: Translate, value: number | null, target: number): ShownState {
  if (value === null) return { kind: 'plain', text: t('rehearsal.clock.not-yet', { target }) };
  if (value <= target) return { kind: 'good', text: t('rehearsal.clock.good', { target }) };
  return { kind: 'warning', text: t('rehearsal.clock.late', { target, over: (value - target).toFixed(1) }) };
}
