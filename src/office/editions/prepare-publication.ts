import type { LanguageTag } from '../../call/line.ts';
import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { SentenceStudio } from '../../speech/sentence-studio.ts';
import { outdatedReasons } from '../../words/check-draft.ts';
import type { DraftDesk } from '../drafts/draft-desk.ts';
import type { DraftReason } from '../drafts/draft-text.ts';
import type { AuditAbout, AuditedPerson } from '../staff/audit-entry.ts';
import type { ApprovalDesk } from './approval/approval-desk.ts';
import type { HashedText } from './approval/approval-records.ts';
import type { OfficeEdition, OfficeShelf } from './edition.ts';
import { contentOf, type EditionContent } from './edition-content.ts';
import type { EditionRecord, EditionRecords, Emergency, MemoStore } from './edition-records.ts';
import { closedBy } from './gates/approval.ts';
import { type ClosedGate, type Gate, type GateSubject, languagesOf, warningsIn } from './gates/gate.ts';
import { closedGates, stopsAt } from './gates/gates.ts';
import { readSubject } from './gates/read-subject.ts';
import type { Progress } from './prepare-audio.ts';
import { storeSounds } from './store-sounds.ts';

/** What publishing needs. */
export interface PublishParts {
  readonly desk: DraftDesk;
  readonly records: EditionRecords;
  readonly approvals: Pick<ApprovalDesk, 'unapprovedNews'>;
  /** Every gate between the draft and its callers. */
  readonly gates: readonly Gate[];
  readonly shelf: OfficeShelf;
  readonly memos: MemoStore;
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
  /** Why open warnings are acceptable; empty for no reason. */
  readonly warningsReason: string;
  /** Why the publication cannot wait for approval; empty if it can. */
  readonly emergencyReason: string;
  /**
   * For each language with texts that no native reader has read, why it is offered nevertheless; other languages are
   * absent.
   */
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
  readonly edition: OfficeEdition;
  readonly content: EditionContent;
  readonly manifest: EditionRecord['manifest'];
  /** Why unapproved texts may go live, and which ones; null if all new texts are approved. */
  readonly emergency: Emergency | null;
  /** The gates that were passed with a reason. */
  readonly passed: readonly ClosedGate[];
  /** Reasons in the draft whose warnings are gone. */
  readonly unusedReasons: readonly DraftReason[];
}

/** What is to be published. */
interface ToPrepare {
  readonly now: GateSubject['now'];
  readonly form: PublishForm;
  /** The unapproved texts to which the emergency reason applies; null if it applies to all unapproved texts. */
  readonly covered: readonly HashedText[] | null;
  /** When the reasons in the form were given, in milliseconds since the epoch; null for now. */
  readonly reasonsGivenAt: number | null;
}

/**
 * Asks the gates, then synthesizes missing sounds and stores them. Nothing changes for callers.
 * @param report called while sentences are synthesized
 * @throws StorageError when the database cannot be read, or cannot store the sounds
 */
export async function preparePublication(
  { records, approvals, gates, engine, studio, narrator, cache }: PublishParts,
  { now, form, covered, reasonsGivenAt }: ToPrepare,
  report: (progress: Progress) => void,
): Promise<PreparedPublication | Unpublishable> {
  const [live] = await records.publications(1);
  const subject = await readSubject(now, live ? await records.find(live.edition) : null, engine);
  const { edition } = subject;
  if (live && live.edition === edition?.hash) return { kind: 'nothing-new' };
  if ((live?.number ?? 0) !== form.basedOn) return { kind: 'overtaken' };
  // The slow gates are asked only when no other gate stops the publication.
  const closed = await closedGates(gates, subject, ['words', 'edition']);
  const reasons = { ...form, warningsReasonAt: reasonsGivenAt };
  const quick = stopsAt(closed, reasons);
  const stops = quick.length > 0 ? quick : stopsAt(await closedGates(gates, subject, ['slow']), reasons);
  if (stops.length > 0 || !edition) return { kind: 'stopped', gates: stops };

  const stored = await storeSounds(edition, { narrator, cache, studio, sounds: records.sounds }, report);
  if ('failures' in stored) return { kind: 'not-spoken', failures: stored.failures };
  // Synthesis takes a while, and a text may have been sent back in the meantime.
  const texts = await approvals.unapprovedNews(subject, true);
  const reason = form.emergencyReason.trim();
  const uncovered = reason === '' ? texts : texts.filter((text) => !isCovered(text, covered));
  if (uncovered.length > 0) return { kind: 'stopped', gates: [closedBy(uncovered)] };
  return {
    kind: 'prepared',
    edition,
    content: contentOf(now.draft, engine),
    manifest: stored.manifest,
    emergency: texts.length > 0 ? { reason, texts } : null,
    passed: closed,
    unusedReasons: outdatedReasons(now.draft, subject.findings),
  };
}

const isCovered = ({ language, prompt, hash }: HashedText, covered: readonly HashedText[] | null): boolean =>
  covered?.some((each) => each.language === language && each.prompt === prompt && each.hash === hash) ?? true;

/** The record that is stored when a prepared publication goes live, and the details for the audit trail. */
export function toRecord(
  { edition, content, manifest, emergency, passed }: PreparedPublication,
  form: Pick<PublishForm, 'comment' | 'documentNumber' | 'warningsReason' | 'unreadReasons'>,
  { by, at }: { readonly by: AuditedPerson; readonly at: number },
) {
  const warnings = warningsIn(passed).length;
  const unread = passed.filter(({ gate }) => gate.passing === 'with-reason-each').flatMap(languagesOf);
  const record = {
    ...content,
    hash: edition.hash,
    manifest,
    by,
    at,
    comment: form.comment.trim(),
    documentNumber: form.documentNumber.trim() || null,
  } satisfies Omit<EditionRecord, 'number'>;
  // The audit records the document number even if the edition was published before under another document number.
  const about: AuditAbout = {
    document: form.documentNumber.trim() || null,
    ...(warnings > 0 && { warnings, reason: form.warningsReason.trim() }),
    ...(unread.length > 0 && { unread: reasonsOf(unread, form) }),
    ...(emergency && { emergency: true, unapproved: emergency.texts.length, why: emergency.reason }),
  };
  return { record, about };
}

/** For the audit: each language with its reason. */
const reasonsOf = (tags: readonly LanguageTag[], { unreadReasons = {} }: Pick<PublishForm, 'unreadReasons'>): string =>
  tags.map((tag) => `${tag}: ${(unreadReasons[tag] ?? '').trim()}`).join(' / ');
