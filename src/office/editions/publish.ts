import type { AuditedPerson } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { OfficeEdition } from './edition.ts';
import type { Publication } from './edition-records.ts';
import type { GateSubject } from './gates/gate.ts';
import { goLive } from './go-live.ts';
import { rememberReasons } from './last-reasons.ts';
import type { Progress } from './prepare-audio.ts';
import {
  type PreparedPublication,
  type PublishForm,
  type PublishParts,
  preparePublication,
  toRecord,
  type Unpublishable,
} from './prepare-publication.ts';

/** The outcome of publishing. For any outcome but `published`, nothing has changed for callers. */
export type PublishResult =
  | { readonly kind: 'published'; readonly edition: OfficeEdition; readonly publication: Publication }
  | Unpublishable
  | { readonly kind: 'not-allowed' };

/**
 * Publishes the draft, unless a closed gate stops the publication, such as the gate for the approval of new texts.
 * Missing sounds are synthesized and stored first. The edition is stored and goes live in one transaction. Calls in
 * progress continue on the edition on which they began.
 * @param report called while sentences are synthesized
 * @throws StorageError when the database fails. The live edition is then unchanged, unless the error's kind is `lost`:
 * then it may have changed
 */
export async function publish(
  parts: PublishParts,
  actor: Actor,
  form: PublishForm,
  report: (progress: Progress) => void = () => {},
): Promise<PublishResult> {
  const { desk } = parts;
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  const now = await desk.read();
  const prepared = await preparePublication(parts, { now, form, covered: null, reasonsGivenAt: null }, report);
  if (prepared.kind !== 'prepared') return prepared;
  const result = await makeLive(parts, prepared, form, { by: whoIs(actor) });
  if (result.kind === 'published') await forgetReasons(desk, now, prepared);
  return result;
}

/**
 * Removes from the draft the reasons whose warnings are gone. If they stayed, they could accept a later warning about
 * other words. If somebody has changed the draft in the meantime, the reasons stay until the next publication, because
 * their warnings may have come back.
 * @param now the draft from which the publication was prepared
 */
export async function forgetReasons(
  desk: PublishParts['desk'],
  now: GateSubject['now'],
  { unusedReasons }: Pick<PreparedPublication, 'unusedReasons'>,
): Promise<void> {
  try {
    if ((await desk.read()) === now) await desk.dropReasons(unusedReasons);
  } catch {
    // The reasons stay in the draft until the next publication removes them.
  }
}

/**
 * Stores a prepared edition and makes it live, unless another edition has gone live in the meantime, or the schedule
 * has ended.
 * @param schedule the number of the schedule that made this publication; absent when a person publishes
 * @throws StorageError as `publish` does
 */
export async function makeLive(
  { records, shelf, memos, clock }: Pick<PublishParts, 'records' | 'shelf' | 'memos' | 'clock'>,
  prepared: PreparedPublication,
  form: PublishForm,
  { by, schedule }: { readonly by: AuditedPerson; readonly schedule?: number },
): Promise<Extract<PublishResult, { kind: 'published' | 'overtaken' }>> {
  const { edition, emergency } = prepared;
  const { record, about } = toRecord(prepared, form, { by, at: clock() });
  const { basedOn } = form;
  const fulfils = schedule === undefined ? {} : { schedule };
  const publication = await goLive(records, { record, basedOn, emergency, about, ...fulfils });
  if (!publication) return { kind: 'overtaken' };
  shelf.publish(edition);
  // The reasons only save typing at the next publication.
  await rememberReasons(memos, prepared.passed, form).catch(() => {});
  return { kind: 'published', edition, publication };
}
