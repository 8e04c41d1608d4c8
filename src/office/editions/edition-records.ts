import type { AuditedPerson, AuditTrail } from '../staff/audit-entry.ts';
import type { HashedText } from './approval/approval-records.ts';
import type { EditionContent } from './edition-content.ts';
import type { Manifest, SoundEntry } from './manifest.ts';
import type { ScheduleStore } from './schedule/schedule-records.ts';

/** A published edition as stored. It never changes. */
export interface EditionRecord extends EditionContent {
  /** SHA-256 of its content, in hexadecimal. */
  readonly hash: string;
  /** 1 for the first edition of this office. Later editions have higher numbers; see `nextEditionNumber`. */
  readonly number: number;
  readonly manifest: Manifest;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly comment: string;
  /** 文書番号: the number of the office's decision document; null for none. */
  readonly documentNumber: string | null;
}

/** Why unapproved texts went live, and which ones. */
export interface Emergency {
  readonly reason: string;
  readonly texts: readonly HashedText[];
}

/** The record that an edition went live, by publishing or by a rollback. */
export interface Publication {
  /**
   * 1 for the first publication. Each publication has the next number. Numbers are skipped only after the database was
   * lost or put back from a backup; see `nextPublicationNumber`.
   */
  readonly number: number;
  readonly edition: string;
  readonly kind: 'published' | 'rolled-back';
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly comment: string;
  /** Null for an ordinary publication. */
  readonly emergency: Emergency | null;
}

/** Stores sounds permanently: those of editions, and those that approvers listen to. The audio cache holds copies. */
export interface SoundStore {
  /** The entries of the sounds with these keys. A key whose sound is not stored is left out. */
  entries(keys: readonly string[]): Promise<SoundEntry[]>;
  /** The bytes of a sound file; null for a key that is not stored. */
  read(key: string): Promise<Uint8Array | null>;
  /** Stores a sound, unless a sound with the same key is already stored. */
  add(entry: SoundEntry, bytes: Uint8Array): Promise<void>;
}

/** Stores small texts that survive a restart. */
export interface MemoStore {
  /** @returns null if no text with this name was ever written */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
}

/** An edition in a list: who published it, when and why, without its words. */
export type EditionHead = Omit<EditionRecord, 'line' | 'words' | 'manifest' | 'engine'>;

/**
 * Stores published editions and the publications that made them live. The schedules, memos and the audit are here too,
 * because they are used in the same transactions.
 */
export interface EditionStores {
  /** Editions, the newest first. */
  list(limit: number): Promise<EditionHead[]>;
  /** @param hash the whole hash, or its first digits as in webhook addresses */
  find(hash: string): Promise<EditionRecord | null>;
  add(record: EditionRecord): Promise<void>;
  /** Publications, the newest first. */
  publications(limit: number): Promise<Publication[]>;
  /** Publications made in an emergency, the newest first. */
  emergencies(): Promise<Publication[]>;
  /**
   * The publication whose edition was live at a moment, in milliseconds since the epoch; null before the first
   * publication.
   */
  publicationAt(moment: number): Promise<Publication | null>;
  /** @returns false if another publication, made at the same time, already has this number */
  publish(publication: Publication): Promise<boolean>;
  readonly schedules: ScheduleStore;
  readonly memos: MemoStore;
  readonly audit: AuditTrail;
}

/** The stores for single operations, and transactions for several operations. */
export interface EditionRecords extends EditionStores {
  readonly sounds: SoundStore;
  transaction<Result>(work: (stores: EditionStores) => Promise<Result>): Promise<Result>;
}
