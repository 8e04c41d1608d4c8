import { byProgram } from '../staff/programs.ts';
import { type DisasterState, minutesBetween } from './disaster-state.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/**
 * Takes out of the state what has ended by itself, so that its end stands in the audit too. It stands there at the set end,
 * whoever notices it and when: of several processes that do, all write the same row.
 * @returns the next state; null when nothing is over
 */
export function withoutOver({ state, isOver }: Pick<DisasterSwitch, 'state' | 'isOver'>): DisasterState | null {
  const over = (['on', 'drill'] as const).filter(isOver);
  if (over.length === 0) return null;
  const entries = over.flatMap((mode) => {
    const notice = state[mode];
    if (!notice?.until) return [];
    const about = { kind: notice.kind, minutes: minutesBetween(notice.since, notice.until) };
    return [
      { at: notice.until, who: byProgram('endOfNotice'), act: `${mode === 'on' ? 'disaster' : 'drill'}-off`, about },
    ];
  });
  return {
    on: over.includes('on') ? null : state.on,
    drill: over.includes('drill') ? null : state.drill,
    revision: state.revision + 1,
    unaudited: [...state.unaudited, ...entries],
  };
}
