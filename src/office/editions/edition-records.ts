import type { AuditTrail } from '../staff/audit-entry.ts';
import type { EditionRecord, Publication } from './edition-record.ts';
import type { SoundEntry } from './manifest.ts';

/** The sounds of published editions. The cache of files is a copy of these. */
export interface SoundStore {
  /** What is known of those of these sounds that are kept. */
  entries(keys: readonly string[]): Promise<SoundEntry[]>;
  /** The bytes of a file; null for a key that is not kept. */
  read(key: string): Promise<Uint8Array | null>;
  /** Keeps a sound; one that is there already stays as it is. */
  add(entry: SoundEntry, bytes: Uint8Array): Promise<void>;
}

/** An edition in a list: who, when and why, without its words. */
export type EditionHead = Omit<EditionRecord, 'line' | 'words' | 'manifest' | 'engine'>;

/** Published editions and when each was live. */
export interface EditionStores {
  /** The newest first. */
  list(limit: number): Promise<EditionHead[]>;
  /** @param hash whole, or its first digits as they stand in webhooks' addresses */
  find(hash: string): Promise<EditionRecord | null>;
  add(record: EditionRecord): Promise<void>;
  /** The newest first. */
  publications(limit: number): Promise<Publication[]>;
  /** Those that were made in an emergency, the newest first. */
  emergencies(): Promise<Publication[]>;
  /** The newest one that was no later than a moment; null before the first. */
  publicationAt(moment: number): Promise<Publication | null>;
  /** @returns false when there is a publication with that number: somebody else was faster */
  publish(publication: Publication): Promise<boolean>;
  readonly audit: AuditTrail;
}

/** The stores for single steps, and a way to take several steps as one. */
export interface EditionRecords extends EditionStores {
  readonly sounds: SoundStore;
  transaction<Result>(work: (stores: EditionStores) => Promise<Result>): Promise<Result>;
}
