import type { DisasterState, SwitchedOn } from './disaster-state.ts';

/** Who ends a notice whose time has come. */
const byItself = { accountId: null, accountName: 'set end' } as const;

/**
 * Takes out of the state what has ended by itself, so that its end stands in the audit too.
 * @param now milliseconds since the epoch
 * @returns the next state; null when nothing is over
 */
export function withoutOver(state: DisasterState, now: number): DisasterState | null {
  const isOver = (notice: SwitchedOn | null) => notice !== null && notice.until !== null && now >= notice.until;
  const over = (['on', 'drill'] as const).filter((mode) => isOver(state[mode]));
  if (over.length === 0) return null;
  const entries = over.flatMap((mode) => {
    const notice = state[mode];
    if (!notice?.until) return [];
    const about = { kind: notice.kind, minutes: Math.round((notice.until - notice.since) / 60_000) };
    return [{ at: now, who: byItself, act: `${mode === 'on' ? 'disaster' : 'drill'}-off`, about }];
  });
  return {
    on: isOver(state.on) ? null : state.on,
    drill: isOver(state.drill) ? null : state.drill,
    revision: state.revision + 1,
    unaudited: [...state.unaudited, ...entries],
  };
}
