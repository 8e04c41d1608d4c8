import { byProgram } from '../staff/programs.ts';
import { minutesBetween } from './disaster-state.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/**
 * Ends expired notices and adds entries about their end to the list of unaudited entries. The time of an entry is the
 * end that staff set, not the moment at which a process notices it. All processes therefore write the same entry.
 */
export function endExpired({ state, isOver, adopt }: Pick<DisasterSwitch, 'state' | 'isOver' | 'adopt'>): void {
  const expired = (['on', 'drill'] as const).filter(isOver);
  if (expired.length === 0) return;
  const entries = expired.flatMap((mode) => {
    const notice = state[mode];
    if (!notice?.until) return [];
    const about = { kind: notice.kind, minutes: minutesBetween(notice.since, notice.until) };
    return [
      { at: notice.until, who: byProgram('endOfNotice'), act: `${mode === 'on' ? 'disaster' : 'drill'}-off`, about },
    ];
  });
  adopt({
    on: expired.includes('on') ? null : state.on,
    drill: expired.includes('drill') ? null : state.drill,
    revision: state.revision + 1,
    unaudited: [...state.unaudited, ...entries],
  });
}
