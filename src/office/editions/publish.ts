import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { DraftDesk } from '../drafts/draft-desk.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { ApprovalDesk } from './approval/approval-desk.ts';
import type { Edition } from './edition.ts';
import { contentOf } from './edition-content.ts';
import type { EditionRecord, Publication } from './edition-record.ts';
import type { EditionRecords } from './edition-records.ts';
import { everyNarration } from './every-narration.ts';
import { closedBy } from './gates/approval.ts';
import type { ClosedGate } from './gates/gate.ts';
import { closedGates, createGates, stopsAt } from './gates/gates.ts';
import type { RedCall } from './gates/kept-calls.ts';
import type { LanguageCheck } from './gates/language-check.ts';
import { readSubject } from './gates/read-subject.ts';
import { goLive } from './go-live.ts';
import { keepSounds } from './keep-sounds.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import type { OfficeShelf } from './office-shelf.ts';
import { type Failure, type Progress, prepareNarrations } from './prepare-audio.ts';
import { prepareForCalls } from './shelf-for-calls.ts';

/** What publishing works with. */
export interface PublishParts {
  readonly desk: DraftDesk;
  readonly records: EditionRecords;
  readonly approvals: Pick<ApprovalDesk, 'unapprovedNews'>;
  /** Makes the calls that are kept as tests on an edition. @returns those that go another way than they should */
  readonly checks: (edition: Edition) => Promise<readonly RedCall[]>;
  /** Calls an edition on every way. Null where nobody can call it. */
  readonly crawl: LanguageCheck | null;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  /** Where the sounds of sentences lie. */
  readonly cache: AudioStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** What the person who publishes says. */
export interface PublishForm {
  readonly comment: string;
  /** 文書番号; empty for none. */
  readonly documentNumber: string;
  /** Why open warnings may stay; empty when there are none. */
  readonly warningsReason: string;
  /** Why it cannot wait for somebody to approve it; empty when it can. */
  readonly emergency: string;
  /** The number of the publication that was live when the summary was read. */
  readonly basedOn: number;
}

/** What can become of it. Whatever it is, what was live before stays live unless this says `published`. */
export type PublishResult =
  | { readonly kind: 'published'; readonly edition: Edition; readonly publication: Publication }
  /** Callers hear this already. */
  | { readonly kind: 'nothing-new' }
  /** Gates are closed and were not passed. */
  | { readonly kind: 'stopped'; readonly gates: readonly ClosedGate[] }
  /** What was spoken is kept: trying again goes on from there. */
  | { readonly kind: 'not-spoken'; readonly failures: readonly Failure[] }
  /** Somebody else published meanwhile. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'not-allowed' };

/**
 * Publishes the draft: checks it, and that somebody approved what is new in it; speaks what was not spoken yet, keeps the
 * edition with its sounds, and only then switches, all in one step. Calls in progress go on with the edition on which they
 * began.
 * @param report called while sentences are spoken
 * @throws StorageError when the database cannot take it; nothing is live then that was not before
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
  // What takes long is asked when nothing else stands in the way.
  const closed = await closedGates(gates, subject, ['words', 'edition']);
  const quick = stopsAt(closed, form);
  const stops = quick.length > 0 ? quick : stopsAt(await closedGates(gates, subject, ['slow']), form);
  if (stops.length > 0 || !edition) return { kind: 'stopped', gates: stops };

  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, report);
  if (failures.length > 0) return { kind: 'not-spoken', failures };
  const kept = await keepSounds(sentencesIn(narrations), { cache, engine, sounds: records.sounds });
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
  // Speaking takes its time: meanwhile somebody may have sent a text back.
  const texts = await approvals.unapprovedNews(subject, true);
  const [warningsReason, reason] = [form.warningsReason.trim(), form.emergency.trim()];
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
  // The number is in the audit even where the edition was published before under another one.
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
