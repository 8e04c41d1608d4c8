import { editionId } from '../../edition/edition.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { byProgram } from '../staff/programs.ts';
import { may } from '../staff/role.ts';
import { createEdition, type OfficeEdition, type OfficeShelf } from './edition.ts';
import { draftOf } from './edition-content.ts';
import type { EditionRecord, EditionRecords, Emergency, Publication } from './edition-records.ts';
import { nextEditionNumber, nextPublicationNumber } from './restored-backup.ts';
import { overtakeSchedule } from './schedule/overtake-schedule.ts';

/** An edition that is to go live. */
interface GoingLive {
  readonly record: Omit<EditionRecord, 'number'>;
  /** The number of the publication that must still be live; 0 for none. */
  readonly basedOn: number;
  /** Why unapproved texts go live in an emergency, and which ones; null if there is no emergency. */
  readonly emergency: Emergency | null;
  /** Further details for the audit trail. */
  readonly about: AuditAbout;
  /**
   * The number of the schedule that this publication carries out. If it is absent, this publication ends the pending
   * schedule, if there is one.
   */
  readonly schedule?: number;
}

/**
 * Stores an edition, unless it is stored already, and makes it live, in one transaction.
 * @returns null if another edition went live, or the schedule ended, in the meantime
 */
export function goLive(
  records: EditionRecords,
  { record, basedOn, emergency, about, schedule }: GoingLive,
): Promise<Publication | null> {
  const { hash, by, at, comment } = record;
  return records
    .transaction(async (stores) => {
      if (!(await stores.find(hash))) await stores.add({ ...record, number: await nextEditionNumber(stores) });
      const number = await nextPublicationNumber(stores.memos, basedOn);
      const publication: Publication = { number, edition: hash, kind: 'published', by, at, comment, emergency };
      const [live] = await stores.publications(1);
      if ((live?.number ?? 0) !== basedOn || !(await stores.publish(publication))) throw new Overtaken();
      const end = { kind: 'published', failure: null, by, at } as const;
      if (schedule === undefined) await overtakeSchedule(stores, { edition: hash, by, at });
      else if (!(await stores.schedules.end(schedule, end))) throw new Overtaken();
      const edition = editionId(hash);
      await stores.audit.add(
        schedule === undefined
          ? { at, who: by, act: 'published', about: { edition, ...about } }
          : {
              at,
              who: byProgram('schedule'),
              act: 'schedule-published',
              about: { edition, by: by.accountName, ...about },
            },
      );
      return publication;
    })
    .catch(overtakenToNull);
}

/** The outcome of a rollback. */
export type RollBackResult =
  | { readonly kind: 'rolled-back'; readonly edition: OfficeEdition; readonly publication: Publication }
  | { readonly kind: 'unknown-edition' | 'live-already' | 'overtaken' | 'not-allowed' | 'no-reason' };

/**
 * Makes an earlier edition live again immediately: its words and sounds are stored, so nothing has to be synthesized.
 */
export async function rollBack(
  { records, shelf, clock }: { records: EditionRecords; shelf: OfficeShelf; clock: () => number },
  actor: Actor,
  { hash, basedOn, reason }: { readonly hash: string; readonly basedOn: number; readonly reason: string },
): Promise<RollBackResult> {
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  const comment = reason.trim();
  if (comment === '') return { kind: 'no-reason' };
  const record = await records.find(hash);
  if (!record) return { kind: 'unknown-edition' };
  const by = whoIs(actor);
  const at = clock();
  const number = await nextPublicationNumber(records.memos, basedOn);
  const head = { number, edition: record.hash, kind: 'rolled-back', by, at, comment } as const;
  const publication: Publication = { ...head, emergency: null };
  const [live] = await records.publications(1);
  if (live?.edition === record.hash) return { kind: 'live-already' };
  const edition = createEdition(draftOf(record), record.engine);
  const isDone = await records
    .transaction(async (stores) => {
      const [newest] = await stores.publications(1);
      if ((newest?.number ?? 0) !== basedOn || !(await stores.publish(publication))) throw new Overtaken();
      await overtakeSchedule(stores, { edition: record.hash, by, at });
      const about = { edition: editionId(record.hash), number: record.number, reason: comment };
      await stores.audit.add({ at, who: by, act: 'rolled-back', about });
      return true;
    })
    .catch(overtakenToNull);
  if (!isDone) return { kind: 'overtaken' };
  shelf.publish(edition);
  return { kind: 'rolled-back', edition, publication };
}

/** Thrown to roll back a transaction because another publication came first or the schedule has ended. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

function overtakenToNull(error: unknown): null {
  if (error instanceof Overtaken) return null;
  throw error;
}
