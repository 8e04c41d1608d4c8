import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { DraftDesk } from '../drafts/draft-desk.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { ApprovalDesk } from './approval/approval-desk.ts';
import type { Edition, OfficeShelf } from './edition.ts';
import { contentOf } from './edition-content.ts';
import type { EditionRecord, EditionRecords, Publication } from './edition-records.ts';
import { everyNarration } from './every-narration.ts';
import { closedBy } from './gates/approval.ts';
import type { ClosedGate } from './gates/gate.ts';
import { closedGates, createGates, stopsAt } from './gates/gates.ts';
import type { RedCall } from './gates/kept-calls.ts';
import type { LanguageCheck } from './gates/language-check.ts';
import { readSubject } from './gates/read-subject.ts';
import { goLive } from './go-live.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import { persistSounds } from './persist-sounds.ts';
import { type Progress, prepareNarrations } from './prepare-audio.ts';
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
  /** Callers hear this already. */
  | { readonly kind: 'nothing-new' }
  /** Publishing stopped at closed gates. */
  | { readonly kind: 'stopped'; readonly gates: readonly ClosedGate[] }
  /** The sounds made so far are kept, so that another attempt continues from there. */
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  /** Somebody else has published in the meantime. */
  | { readonly kind: 'overtaken' }
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
  const { desk, records, approvals, shelf, engine, narrator, cache, clock } = parts;
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  const now = await desk.read();
  const [live] = await records.publications(1);
  const subject = await readSubject(now, live ? await records.find(live.edition) : null, engine);
  const { edition } = subject;
  if (live && live.edition === edition?.hash) return { kind: 'nothing-new' };
  if ((live?.number ?? 0) !== form.basedOn) return { kind: 'overtaken' };
  const { checks, crawl } = parts;
  const gates = createGates({ checks, unapprovedIn: approvals.unapprovedNews, crawl });
  // The slow gates are only asked when no other gate stops the publication.
  const closed = await closedGates(gates, subject, ['words', 'edition']);
  const quick = stopsAt(closed, form);
  const stops = quick.length > 0 ? quick : stopsAt(await closedGates(gates, subject, ['slow']), form);
  if (stops.length > 0 || !edition) return { kind: 'stopped', gates: stops };

  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, report);
  if (failures.length > 0) return { kind: 'not-spoken', failures };
  const kept = await persistSounds(sentencesIn(narrations), { cache, engine, sounds: records.sounds });
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
  // Synthesis takes a while, and a text may have been sent back in the meantime.
  const texts = await approvals.unapprovedNews(subject, true);
  const [warningsReason, reason] = [form.warningsReason.trim(), form.emergencyReason.trim()];
  if (texts.length > 0 && reason === '') return { kind: 'stopped', gates: [closedBy(texts)] };
  const emergency = texts.length > 0 ? { reason, texts } : null;
  const warnings = closed.find(({ gate }) => gate.passing === 'with-reason')?.hindrances.length ?? 0;
  const record = {
    ...contentOf(now.draft, engine),
    hash: edition.hash,
    manifest: toManifest(narrations, kept.entries),
    by: whoIs(actor),
    at: clock(),
    comment: form.comment.trim(),
    documentNumber: form.documentNumber.trim() || null,
  } satisfies Omit<EditionRecord, 'number'>;
  // The audit records the document number even if the edition was published before under another one.
  const about: AuditAbout = {
    document: form.documentNumber.trim() || null,
    ...(warningsReason !== '' && { warnings, reason: warningsReason }),
    ...(emergency && { emergency: true, unapproved: texts.length, why: reason }),
  };
  await prepareForCalls(edition);
  const publication = await goLive(records, { record, basedOn: form.basedOn, emergency, about });
  if (!publication) return { kind: 'overtaken' };
  shelf.publish(edition);
  return { kind: 'published', edition, publication };
}
