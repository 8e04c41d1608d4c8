import { noticeSayings } from '../../call/disaster.ts';
import type { LineFile } from '../../words/line-file.ts';

/** A notice as filled in by staff. */
export interface NoticeForm {
  readonly kind: string;
  readonly places: readonly string[];
  readonly actions: readonly string[];
  /** `YYYY-MM-DDTHH:MM` in the line's time zone; empty for now. */
  readonly at: string;
  /** When the notice ends, in the same form as `at`; empty for no end. */
  readonly until: string;
}

/**
 * What is wrong with a form. `no-disaster`: the line has no notices. `at-later`: the time is more than a minute in the
 * future. `until-earlier`: the end is not in the future.
 */
export type NoticeProblem =
  | 'no-disaster'
  | 'kind'
  | 'places'
  | 'actions'
  | 'at'
  | 'at-later'
  | 'until'
  | 'until-earlier';

/** A valid notice, and the prompts it needs. */
export interface ReadNotice extends Omit<NoticeForm, 'until'> {
  /** Milliseconds since the epoch; null for no end. */
  readonly until: number | null;
  readonly prompts: readonly string[];
}

type Words = Pick<LineFile, 'disaster' | 'timeZone'>;

/**
 * Checks the kind, the places and the actions of a notice against those of the line, and checks its times.
 * @param now milliseconds since the epoch
 * @returns the notice, or all problems together
 */
export function readNotice(
  form: NoticeForm,
  { disaster, timeZone }: Words,
  now: number,
): ReadNotice | { readonly problems: readonly NoticeProblem[] } {
  if (!disaster) return { problems: ['no-disaster'] };
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((each) => each.id === id);
  const at = form.at === '' ? localMoment(now, timeZone) : form.at;
  const said = readMoment(at, timeZone);
  const until = form.until === '' ? null : readMoment(form.until, timeZone);
  const problems: NoticeProblem[] = [
    ...(has(disaster.kinds, form.kind) ? [] : ['kind' as const]),
    ...(form.places.every((place) => has(disaster.places, place)) ? [] : ['places' as const]),
    ...(form.actions.every((action) => has(disaster.actions, action)) ? [] : ['actions' as const]),
    ...(said === undefined ? ['at' as const] : said > now + 60_000 ? ['at-later' as const] : []),
    ...(until === undefined ? ['until' as const] : until !== null && until <= now ? ['until-earlier' as const] : []),
  ];
  if (problems.length > 0 || until === undefined) return { problems };
  // Sorts the ids in the order of the line, because staff may click them in any order, and removes duplicates.
  const inOrder = (list: readonly { readonly id: string }[], chosen: readonly string[]) =>
    list.map(({ id }) => id).filter((id) => chosen.includes(id));
  const [places, actions] = [inOrder(disaster.places, form.places), inOrder(disaster.actions, form.actions)];
  const notice = { id: '', kind: form.kind, places, actions, at, languages: [] };
  return {
    kind: form.kind,
    places,
    actions,
    at,
    until,
    prompts: noticeSayings(notice, '').map(({ prompt }) => prompt),
  };
}

/** A time in the given time zone, to the minute: `YYYY-MM-DDTHH:MM`. @param now milliseconds since the epoch */
export const localMoment = (now: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** @returns undefined if the text is not a valid time */
function readMoment(local: string, timeZone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return undefined;
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** Two parts of a notice that should not be combined. */
interface Contradiction {
  /** The action, and the kind or action that contradicts it. */
  readonly action: string;
  readonly other: string;
}

/**
 * Finds combinations that are contradictory or dangerous according to `notWith` in `line.yaml`. They are reported, not
 * refused, because staff on the spot know the situation better than a list made in advance.
 */
export function contradictionsIn(
  { kind, actions }: Pick<NoticeForm, 'kind' | 'actions'>,
  { disaster }: Pick<LineFile, 'disaster'>,
): Contradiction[] {
  const said = new Set([kind, ...actions]);
  return (disaster?.actions ?? [])
    .filter(({ id }) => actions.includes(id))
    .flatMap(({ id, notWith = [] }) =>
      notWith.filter((other) => said.has(other)).map((other) => ({ action: id, other })),
    );
}
