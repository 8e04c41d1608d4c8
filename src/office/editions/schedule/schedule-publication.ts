import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import { may } from '../../staff/role.ts';
import type { Progress } from '../prepare-audio.ts';
import { type PublishForm, type PublishParts, preparePublication, type Unpublishable } from '../prepare-publication.ts';
import { forgetReasons } from '../publish.ts';
import { nextEditionNumber } from '../restored-backup.ts';
import { formatJapaneseTime } from './japanese-time.ts';
import type { ScheduleState } from './schedule-records.ts';

/** How far ahead a publication can be scheduled, in milliseconds. */
export const scheduleAhead = { least: 600_000, most: 180 * 24 * 3_600_000 } as const;

/** The outcome of scheduling. For any outcome but `scheduled`, nothing is scheduled. */
export type ScheduleResult =
  | { readonly kind: 'scheduled'; readonly editionNumber: number; readonly publishAt: number }
  /** Another scheduled publication is still to come; it must be cancelled first. */
  | { readonly kind: 'already-scheduled' }
  /** The moment is past, too soon or too far ahead. */
  | { readonly kind: 'wrong-moment' }
  | { readonly kind: 'not-allowed' }
  | Unpublishable;

/** Whether a publication can, at `now`, be scheduled for `publishAt`. Both are milliseconds since the epoch. */
const isSchedulable = (publishAt: number, now: number): boolean =>
  publishAt - now >= scheduleAhead.least && publishAt - now <= scheduleAhead.most;

/**
 * Schedules the publication of the draft as it is now. The draft must pass the same gates as for publishing, and its
 * sounds are made and stored now, so that little can go wrong when the time comes. Later changes of the draft do not
 * change what was scheduled.
 * @param publishAt when the edition is to go live, in milliseconds since the epoch
 * @param report called while sentences are synthesized
 * @throws StorageError when the database fails; nothing is scheduled then, unless the error's kind is `lost`: then it
 * may be scheduled
 */
export async function schedulePublication(
  parts: PublishParts,
  actor: Actor,
  form: PublishForm,
  publishAt: number,
  report: (progress: Progress) => void,
): Promise<ScheduleResult> {
  const { desk, records, clock } = parts;
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  if (!isSchedulable(publishAt, clock())) return { kind: 'wrong-moment' };
  if (isToCome(await records.schedules.newest())) return { kind: 'already-scheduled' };
  // The reasons in the form are about what the gates find now. Making the sounds may take minutes.
  const at = clock();
  const now = await desk.read();
  const prepared = await preparePublication(parts, { now, form, covered: null, reasonsGivenAt: null }, report);
  if (prepared.kind !== 'prepared') return prepared;
  const { edition, content, emergency } = prepared;
  const by = whoIs(actor);
  // Making the sounds may take longer than `scheduleAhead.least`.
  if (publishAt <= clock()) return { kind: 'wrong-moment' };
  const result = await records.transaction(async (stores): Promise<ScheduleResult> => {
    if (isToCome(await stores.schedules.newest())) return { kind: 'already-scheduled' };
    const [live] = await stores.publications(1);
    if ((live?.number ?? 0) !== form.basedOn) return { kind: 'overtaken' };
    const before = await stores.find(edition.hash);
    const editionNumber = before?.number ?? (await nextEditionNumber(stores));
    await stores.schedules.add({
      edition: edition.hash,
      editionNumber,
      publishAt,
      basedOn: form.basedOn,
      content,
      reasons: now.draft.reasons,
      comment: form.comment.trim(),
      documentNumber: form.documentNumber.trim(),
      warningsReason: form.warningsReason.trim(),
      emergency,
      unreadReasons: form.unreadReasons,
      by,
      at,
    });
    const about = {
      number: editionNumber,
      when: formatJapaneseTime(publishAt),
      document: form.documentNumber.trim() || null,
    };
    await stores.audit.add({ at, who: by, act: 'schedule-made', about });
    return { kind: 'scheduled', editionNumber, publishAt };
  });
  if (result.kind === 'scheduled') await forgetReasons(desk, now, prepared);
  return result;
}

const isToCome = (schedule: ScheduleState | null): boolean => schedule !== null && schedule.end === null;
