import type { DraftDesk } from '../drafts/draft-desk.ts';
import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { Narrator } from '../../speech/narrator.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { HashedText } from './approval/approval.ts';
import type { ApprovalDesk } from './approval/approval-desk.ts';
import { checkPublishable, type Publishable } from './check-publishable.ts';
import { createEdition, type Edition } from './edition.ts';
import { contentOf } from './edition-content.ts';
import type { EditionRecord, Publication } from './edition-record.ts';
import type { EditionRecords } from './edition-records.ts';
import { everyNarration } from './every-narration.ts';
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
  /** Calls an edition on every way. @returns what is wrong with it; null where nobody can call it */
  readonly crawl: ((edition: Edition) => Promise<{ readonly findings: readonly unknown[] }>) | null;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly narrator: Narrator;
  /** Where the sounds of sentences lie. */
  readonly cache: AudioStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** A call that is kept as a test and goes another way than it should. */
export interface RedCall {
  readonly title: string;
  /** The first turn that differs, 1 for the greeting. */
  readonly turn: number;
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
  | { readonly kind: 'blocked'; readonly why: Publishable }
  | { readonly kind: 'warnings-without-reason'; readonly why: Publishable }
  /** Nobody has approved these texts, and callers would hear them for the first time. */
  | { readonly kind: 'unapproved'; readonly texts: readonly HashedText[] }
  /** The dialogue no longer does what calls that are kept as tests expect. */
  | { readonly kind: 'calls-failed'; readonly calls: readonly RedCall[] }
  /** Calls on it hear what they must not. */
  | { readonly kind: 'crawl-failed'; readonly count: number }
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
  const { desk, records, approvals, checks, crawl, shelf, engine, narrator, cache, clock } = parts;
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  const now = await desk.read();
  const why = await checkPublishable(now);
  if (why.unfinished.length > 0 || why.errors.length > 0) return { kind: 'blocked', why };
  const warningsReason = form.warningsReason.trim();
  if (why.warnings.length > 0 && warningsReason === '') return { kind: 'warnings-without-reason', why };

  const edition = createEdition(now.draft, engine);
  const [live] = await records.publications(1);
  if (live?.edition === edition.hash) return { kind: 'nothing-new' };
  if ((live?.number ?? 0) !== form.basedOn) return { kind: 'overtaken' };
  const calls = await checks(edition);
  if (calls.length > 0) return { kind: 'calls-failed', calls };
  const before = live ? await records.find(live.edition) : null;
  const reason = form.emergency.trim();
  const waiting = await approvals.unapprovedNews(now, before);
  if (waiting.length > 0 && reason === '') return { kind: 'unapproved', texts: waiting };

  const crawled = await crawl?.(edition);
  if (crawled && crawled.findings.length > 0) return { kind: 'crawl-failed', count: crawled.findings.length };

  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, report);
  if (failures.length > 0) return { kind: 'not-spoken', failures };
  const kept = await keepSounds(sentencesIn(narrations), { cache, engine, sounds: records.sounds });
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
  // Speaking takes its time: meanwhile somebody may have sent a text back.
  const texts = await approvals.unapprovedNews(now, before, true);
  if (texts.length > 0 && reason === '') return { kind: 'unapproved', texts };
  const emergency = texts.length > 0 ? { reason, texts } : null;
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
    ...(warningsReason !== '' && { warnings: why.warnings.length, reason: warningsReason }),
    ...(emergency && { emergency: true, unapproved: texts.length, why: reason }),
  };
  await prepareForCalls(edition);
  const publication = await goLive(records, { record, basedOn: form.basedOn, emergency, about });
  if (!publication) return { kind: 'overtaken' };
  shelf.publish(edition);
  return { kind: 'published', edition, publication };
}
