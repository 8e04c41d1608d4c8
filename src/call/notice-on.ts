import type { DisasterNotice } from './disaster.ts';
import type { Conditions } from './input.ts';
import type { Line } from './line.ts';
import type { CallSoFar } from './state.ts';

/**
 * The notice that a line can say now: null when none is on, or when it is about a kind of disaster the line has no words for.
 * Places and actions without words are left out: a part of a warning is worth more than none.
 */
export function noticeOn({ disaster: known }: Line, { disaster: notice }: Conditions): DisasterNotice | null {
  if (!notice || !known?.kinds.includes(notice.kind)) return null;
  // In the line's order, since only the first place has words for coming first.
  const places = known.places.filter((place) => notice.places.includes(place));
  const actions = notice.actions.filter((action) => known.actions.includes(action));
  return { ...notice, places, actions };
}

/** Whether a call has not heard this notice yet. */
export const isNews = (notice: DisasterNotice | null, { heard }: CallSoFar): notice is DisasterNotice =>
  notice !== null && heard !== notice.id;
