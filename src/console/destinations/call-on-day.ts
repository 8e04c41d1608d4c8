import { destinationUses } from '../../office/drafts/destination-uses.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { plainSettings, queryOf } from '../../office/rehearsal/settings.ts';

/** The time of the call if the special hours apply to the whole day. It is within usual office hours. */
const daytime = '10:00';

/**
 * The address of a rehearsal on the draft, in which somebody calls on the given day and presses 0. The call is to the
 * number of a language in which key 0 leads to the destination.
 * @param day an ISO date
 * @param begins the time at which the special hours begin, such as `12:00`; empty if they apply to the whole day
 * @returns null if there is no such language
 */
export function callOnDay(
  { line: { file } }: Pick<DraftNow, 'line'>,
  id: string,
  day: string,
  begins: string,
): string | null {
  const tags = destinationUses(file, id).languages.map(({ tag }) => tag);
  const number = tags.includes(file.sourceLanguage) ? file.sourceLanguage : tags[0];
  if (number === undefined) return null;
  const settings = { ...plainSettings, at: `${day}T${begins || daytime}`, number };
  return `/console/rehearsal?${queryOf(settings, [{ kind: 'key', key: '0' }])}#latest`;
}
