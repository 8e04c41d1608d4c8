import type { LanguageTag } from '../../call/line.ts';
import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { SentenceStudio } from '../../speech/sentence-studio.ts';
import type { DraftDesk } from '../drafts/draft-desk.ts';
import type { AuditAbout, AuditedPerson } from '../staff/audit-entry.ts';
import type { ApprovalDesk } from './approval/approval-desk.ts';
import type { HashedText } from './approval/approval-records.ts';
import type { Edition, OfficeShelf } from './edition.ts';
import { contentOf, type EditionContent } from './edition-content.ts';
import type { EditionRecord, EditionRecords, Emergency } from './edition-records.ts';
import { everyNarration } from './every-narration.ts';
import { closedBy } from './gates/approval.ts';
import { type ClosedGate, type GateSubject, languagesOf } from './gates/gate.ts';
import { closedGates, createGates, stopsAt } from './gates/gates.ts';
import type { RedCall } from './gates/kept-calls.ts';
import type { LanguageCheck } from './gates/language-check.ts';
import { readSubject } from './gates/read-subject.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import { persistSounds } from './persist-sounds.ts';
import { type Progress, prepareNarrations } from './prepare-audio.ts';

/** What publishing needs. */
export interface PublishParts {
  readonly desk: DraftDesk;
  readonly records: EditionRecords;
  readonly approvals: Pick<ApprovalDesk, 'unapprovedNews'>;
  /** Runs the saved test calls on an edition. @returns the calls whose course differs from what is expected */
  readonly checks: (edition: Edition) => Promise<readonly RedCall[]>;
  /** Crawls every path of an edition. Null if no edition can be crawled. */
  readonly crawl: LanguageCheck | null;
  /** Whether languages with texts that no native reader has read need a reason: true in production. */
  readonly areReadersNeeded: boolean;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  readonly studio: SentenceStudio;
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
  /** Why open warnings are acceptable; empty if there are none. */
  readonly warningsReason: string;
  /** Why the publication cannot wait for approval; empty if it can. */
  readonly emergencyReason: string;
  /** For each language with texts that no native reader has read, why it is offered nevertheless; other languages are absent. */
  readonly unreadReasons?: Readonly<Record<LanguageTag, string>> | undefined;
  /** The number of the publication that was live when this person read the summary. */
  readonly basedOn: number;
}

/** Why nothing can be published. */
export type Unpublishable =
  /** The edition is already live. */
  | { readonly kind: 'nothing-new' }
  /** Publishing stopped at closed gates. */
  | { readonly kind: 'stopped'; readonly gates: readonly ClosedGate[] }
  /** Some sounds could not be made. Those made so far are kept, so that another attempt need not make them again. */
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  /** Another edition has gone live in the meantime. */
  | { readonly kind: 'overtaken' };

/** An edition that has passed every gate and whose sounds are stored. */
export interface PreparedPublication {
  readonly kind: 'prepared';
  readonly edition: Edition;
  readonly content: EditionContent;
  readonly manifest: EditionRecord['manifest'];
  /** Why unapproved texts may go live, and which ones; null if all new texts are approved. */
  readonly emergency: Emergency | null;
  /** How many warnings were passed with a reason. */
  readonly warnings: number;
  /** The languages with texts that no native reader has read, for which a reason was given. */
  readonly unread: readonly LanguageTag[];
}

/** What is to be published. */
interface ToPrepare {
  readonly now: GateSubject['now'];
  readonly form: PublishForm;
  /** The unapproved texts to which the emergency reason applies; null if it applies to all unapproved texts. */
  readonly covered: readonly HashedText[] | null;
}

/**
 * Asks the gates, then synthesizes missing sounds and stores them. Nothing changes for callers.
 * @param report called while sentences are synthesized
 * @throws StorageError when the database cannot store the sounds
 */
export async function preparePublication(
  { records, approvals, checks, crawl, areReadersNeeded, engine, studio, narrator, cache }: PublishParts,
  { now, form, covered }: ToPrepare,
  report: (progress: Progress) => void,
): Promise<PreparedPublication | Unpublishable> {
  const [live] = await records.publications(1);
  const subject = await readSubject(now, live ? await records.find(live.edition) : null, engine);
  const { edition } = subject;
  if (live && live.edition === edition?.hash) return { kind: 'nothing-new' };
  if ((live?.number ?? 0) !== form.basedOn) return { kind: 'overtaken' };
  const gates = createGates({ checks, unapprovedIn: approvals.unapprovedNews, crawl, areReadersNeeded });
  // The slow gates are only asked when no other gate stops the publication.
  const closed = await closedGates(gates, subject, ['words', 'edition']);
  const quick = stopsAt(closed, form);
  const stops = quick.length > 0 ? quick : stopsAt(await closedGates(gates, subject, ['slow']), form);
  if (stops.length > 0 || !edition) return { kind: 'stopped', gates: stops };

  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, report);
  if (failures.length > 0) return { kind: 'not-spoken', failures };
  const kept = await persistSounds(sentencesIn(narrations), { cache, studio, sounds: records.sounds });
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
  // Synthesis takes a while, and a text may have been sent back in the meantime.
  const texts = await approvals.unapprovedNews(subject, true);
  const reason = form.emergencyReason.trim();
  const uncovered = reason === '' ? texts : texts.filter((text) => !isCovered(text, covered));
  if (uncovered.length > 0) return { kind: 'stopped', gates: [closedBy(uncovered)] };
  return {
    kind: 'prepared',
    edition,
    content: contentOf(now.draft, engine),
    manifest: toManifest(narrations, kept.entries),
    emergency: texts.length > 0 ? { reason, texts } : null,
    warnings: closed.find(({ gate }) => gate.passing === 'with-reason')?.hindrances.length ?? 0,
    unread: closed.filter(({ gate }) => gate.passing === 'with-reason-each').flatMap(languagesOf),
  };
}

const isCovered = ({ language, prompt, hash }: HashedText, covered: readonly HashedText[] | null): boolean =>
  covered?.some((each) => each.language === language && each.prompt === prompt && each.hash === hash) ?? true;

/** The record that is stored when a prepared publication goes live, and the details for the audit trail. */
export function toRecord(
  { edition, content, manifest, emergency, warnings, unread }: PreparedPublication,
  form: Pick<PublishForm, 'comment' | 'documentNumber' | 'warningsReason' | 'unreadReasons'>,
  { by, at }: { readonly by: AuditedPerson; readonly at: number },
) {
  const warningsReason = form.warningsReason.trim();
  const record = {
    ...content,
    hash: edition.hash,
    manifest,
    by,
    at,
    comment: form.comment.trim(),
    documentNumber: form.documentNumber.trim() || null,
  } satisfies Omit<EditionRecord, 'number'>;
  // The audit records the document number even if the edition was published before under another number.
  const about: AuditAbout = {
    document: form.documentNumber.trim() || null,
    ...(warningsReason !== '' && { warnings, reason: warningsReason }),
    ...(unread.length > 0 && { unread: reasonsOf(unread, form) }),
    ...(emergency && { emergency: true, unapproved: emergency.texts.length, why: emergency.reason }),
  };
  return { record, about };
}

/** For the audit: each language with its reason. */
const reasonsOf = (tags: readonly LanguageTag[], { unreadReasons = {} }: Pick<PublishForm, 'unreadReasons'>): string =>
  tags.map((tag) => `${tag}: ${(unreadReasons[tag] ?? '').trim()}`).join(' / ');
