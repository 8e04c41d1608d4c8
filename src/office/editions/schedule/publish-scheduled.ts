import { toDraftContent } from '../../drafts/draft-content.ts';
import { textRefKey } from '../../drafts/draft-text.ts';
import { editionOf } from '../edition.ts';
import { draftOf } from '../edition-content.ts';
import type { GateSubject } from '../gates/gate.ts';
import type { Progress } from '../prepare-audio.ts';
import { type PublishForm, type PublishParts, preparePublication } from '../prepare-publication.ts';
import { makeLive, type PublishResult } from '../publish.ts';
import type { ScheduledPublication } from './schedule-records.ts';

/**
 * The outcome of publishing a scheduled edition. `not-the-same`: this program or voice would publish a different
 * edition.
 */
export type ScheduledResult = Exclude<PublishResult, { kind: 'not-allowed' }> | { readonly kind: 'not-the-same' };

/** The form with which the publication was scheduled. */
export const formOf = ({
  comment,
  documentNumber,
  warningsReason,
  emergency,
  basedOn,
  unreadReasons,
}: ScheduledPublication): PublishForm => ({
  comment,
  documentNumber,
  warningsReason,
  basedOn,
  unreadReasons,
  emergencyReason: emergency?.reason ?? '',
});

/**
 * Publishes exactly what was scheduled, in the name of the person who scheduled it, after asking every gate again. A
 * text that has lost its approval stops the publication, because an emergency reason applies only to the texts that
 * were unapproved at scheduling. A remark that a native reader has made since the scheduling stops it too.
 * @throws StorageError when the database fails. The live edition is then unchanged, unless the error's kind is `lost`:
 * then it may have changed
 */
export async function publishScheduled(
  parts: PublishParts,
  schedule: ScheduledPublication,
  report: (progress: Progress) => void,
): Promise<ScheduledResult> {
  const { engine } = parts;
  const now = draftNowOf(schedule);
  if (editionOf(now.draft, engine).hash !== schedule.edition) return { kind: 'not-the-same' };
  const form = formOf(schedule);
  const scheduled = { now, form, covered: schedule.emergency?.texts ?? [], reasonsGivenAt: schedule.at };
  const prepared = await preparePublication(parts, scheduled, report);
  if (prepared.kind !== 'prepared') return prepared;
  return makeLive(parts, prepared, form, { by: schedule.by, schedule: schedule.number });
}

/**
 * The scheduled content as a draft. All of its texts were finished when they were scheduled, so they count as finished.
 */
function draftNowOf({ content, reasons, by, at }: ScheduledPublication): GateSubject['now'] {
  const draft = { ...draftOf(content), reasons };
  const { line, texts } = toDraftContent(draft, by, at);
  const byRef = new Map(texts.map((text) => [textRefKey(text), text]));
  return { line, draft, find: (language, prompt) => byRef.get(textRefKey({ language, prompt })) ?? null };
}
