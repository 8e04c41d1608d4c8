import type { AuditedPerson, AuditTrail } from '../staff/audit-entry.ts';
import type { HashedText } from './approval/approval-records.ts';
import type { EditionContent } from './edition-content.ts';
import type { Manifest, SoundEntry } from './manifest.ts';
import type { ScheduleStore } from './schedule/schedule-records.ts';

/** A published edition as stored. It never changes. */
export interface EditionRecord extends EditionContent {
  /** SHA-256 of its content, in hexadecimal. */
  readonly hash: string;
  /** 1 for the first edition of this office. */
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

/** One event of an edition going live. */
export interface Publication {
  /** Counts upwards without gaps. */
  readonly number: number;
  readonly edition: string;
  readonly kind: 'published' | 'rolled-back';
  readonly by: AuditedPerson;
  readonly at: number;
  readonly comment: string;
  /** Null for an ordinary publication. */
  readonly emergency: Emergency | null;
}

/** The sounds of published editions. The audio cache holds copies of these. */
export interface SoundStore {
  /** The entries of those sounds that are stored; the others are left out. */
  entries(keys: readonly string[]): Promise<SoundEntry[]>;
  /** The bytes of a sound file; null for a key that is not stored. */
  read(key: string): Promise<Uint8Array | null>;
  /** Stores a sound. One that is already stored stays unchanged. */
  add(entry: SoundEntry, bytes: Uint8Array): Promise<void>;
}

/** An edition in a list: who published it, when and why, without its words. */
export type EditionHead = Omit<EditionRecord, 'line' | 'words' | 'manifest' | 'engine'>;

/** Stores published editions and the times at which they went live. */
export interface EditionStores {
  /** The newest first. */
  list(limit: number): Promise<EditionHead[]>;
  /** @param hash the whole hash, or its first digits as in webhook addresses */
  find(hash: string): Promise<EditionRecord | null>;
  add(record: EditionRecord): Promise<void>;
  /** The newest first. */
  publications(limit: number): Promise<Publication[]>;
  /** Publications made in an emergency, the newest first. */
  emergencies(): Promise<Publication[]>;
  /** The publication that was live at a moment; null before the first. */
  publicationAt(moment: number): Promise<Publication | null>;
  /** @returns false if that number is taken, because of a concurrent publication */
  publish(publication: Publication): Promise<boolean>;
  readonly schedules: ScheduleStore;
  readonly audit: AuditTrail;
}

/** The stores for single operations, and transactions for several at once. */
export interface EditionRecords extends EditionStores {
  readonly sounds: SoundStore;
  transaction<Result>(work: (stores: EditionStores) => Promise<Result>): Promise<Result>;
}
