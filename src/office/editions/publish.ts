import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { DraftDesk } from '../drafts/draft-desk.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { ApprovalDesk } from './approval/approval-desk.ts';
import type { Edition, OfficeShelf } from './edition.ts';
import type { EditionRecords, Publication } from './edition-records.ts';
import type { RedCall } from './gates/kept-calls.ts';
import type { LanguageCheck } from './gates/language-check.ts';
import { goLive } from './go-live.ts';
import type { Progress } from './prepare-audio.ts';
import { preparePublication, toRecord, type Unpublishable } from './prepare-publication.ts';
import { prepareForCalls } from './shelf-for-calls.ts';

/** What publishing needs. */
export interface PublishParts {
  readonly desk: DraftDesk;
  readonly records: EditionRecords;
  readonly approvals: Pick<ApprovalDesk, 'unapprovedNews'>;
  /** Runs the saved test calls on an edition. @returns those whose course differs from what is expected */
  readonly checks: (edition: Edition) => Promise<readonly RedCall[]>;
  /** Crawls every path of an edition. Null where it cannot be called. */
  readonly crawl: LanguageCheck | null;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  /** Holds the sounds of sentences. */
  readonly cache: AudioStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** What the person who publishes fills in. */
export interface PublishForm {
  readonly comment: string;
  /** 文書番号; empty for none. */
  readonly documentNumber: string;
  /** Why open warnings are acceptable; empty when there are none. */
  readonly warningsReason: string;
  /** Why it cannot wait for approval; empty when it can. */
  readonly emergencyReason: string;
  /** The number of the publication that was live when the summary was read. */
  readonly basedOn: number;
}

/** The outcome of publishing. Unless it is `published`, the live edition stays live. */
export type PublishResult =
  | { readonly kind: 'published'; readonly edition: Edition; readonly publication: Publication }
  | Unpublishable
  | { readonly kind: 'not-allowed' };

/**
 * Publishes the draft: checks it and that its new texts are approved, synthesizes missing sounds, stores the edition with its
 * sounds, and only then makes it live in one step. Calls in progress continue on the edition on which they began.
 * @param report called while sentences are synthesized
 * @throws StorageError when the database cannot store it; the live edition has not changed then
 */
export async function publish(
  parts: PublishParts,
  actor: Actor,
  form: PublishForm,
  report: (progress: Progress) => void = () => {},
): Promise<PublishResult> {
  const { desk, records, shelf, clock } = parts;
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  const prepared = await preparePublication(parts, { now: await desk.read(), form, covered: null }, report);
  if (prepared.kind !== 'prepared') return prepared;
  const { edition, emergency } = prepared;
  const { record, about } = toRecord(prepared, form, { by: whoIs(actor), at: clock() });
  await prepareForCalls(edition);
  const publication = await goLive(records, { record, basedOn: form.basedOn, emergency, about });
  if (!publication) return { kind: 'overtaken' };
  shelf.publish(edition);
  return { kind: 'published', edition, publication };
}
