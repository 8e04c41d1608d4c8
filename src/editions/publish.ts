import type { DraftDesk } from '../drafts/draft-desk.ts';
import type { AudioStore } from '../speech/audio-store.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { Narrator } from '../speech/narrator.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import { checkPublishable, type Publishable } from './check-publishable.ts';
import { createEdition, type Edition } from './edition.ts';
import { contentOf } from './edition-content.ts';
import type { EditionRecord, Publication } from './edition-record.ts';
import type { EditionRecords } from './edition-records.ts';
import type { EditionShelf } from './edition-shelf.ts';
import { everyNarration } from './every-narration.ts';
import { goLive } from './go-live.ts';
import { keepSounds } from './keep-sounds.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import { type Failure, type Progress, prepareNarrations } from './prepare-audio.ts';

/** What publishing works with. */
export interface PublishParts {
  readonly desk: DraftDesk;
  readonly records: EditionRecords;
  readonly shelf: EditionShelf;
  readonly engine: SpeechEngine;
  readonly narrator: Narrator;
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
  /** What was spoken is kept: trying again goes on from there. */
  | { readonly kind: 'not-spoken'; readonly failures: readonly Failure[] }
  /** Somebody else published meanwhile. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'not-allowed' };

/**
 * Publishes the draft: checks it, speaks what is new, keeps the edition with its sounds, and only then switches, all in one
 * step. Calls in progress go on with the edition on which they began.
 * @param report called while sentences are spoken
 * @throws DatabaseError when the database cannot take it; nothing is live then that was not before
 */
export async function publish(
  parts: PublishParts,
  actor: Actor,
  form: PublishForm,
  report: (progress: Progress) => void = () => {},
): Promise<PublishResult> {
  const { desk, records, shelf, engine, narrator, cache, clock } = parts;
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

  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, report);
  if (failures.length > 0) return { kind: 'not-spoken', failures };
  const kept = await keepSounds(sentencesIn(narrations), { cache, engine, sounds: records.sounds });
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
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
  };
  const publication = await goLive(records, { record, basedOn: form.basedOn, about });
  if (!publication) return { kind: 'overtaken' };
  shelf.publish(edition);
  return { kind: 'published', edition, publication };
}
