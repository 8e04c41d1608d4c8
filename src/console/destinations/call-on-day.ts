import { destinationUses } from '../../office/drafts/destination-uses.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { plainSettings, queryOf } from '../../office/rehearsal/settings.ts';

/** The time of the call if the other hours apply all day. It is within usual office hours. */
const daytime = '10:00';

/**
 * The address of a rehearsal on the draft: on the given day, a caller whose key 0 leads to the destination presses 0.
 * @returns null if no language leads to the destination
 * @param begins a time such as `12:00`; empty for the whole day
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
