import type { AuditedPerson } from '../staff/audit-entry.ts';
import type { HashedText } from './approval/approval.ts';
import type { EditionContent } from './edition-content.ts';
import type { Manifest } from './manifest.ts';

/** A published edition as it is kept. Nothing of it ever changes. */
export interface EditionRecord extends EditionContent {
  /** SHA-256 over its content, in hexadecimal digits. */
  readonly hash: string;
  /** 1 for the first edition of this office. */
  readonly number: number;
  readonly manifest: Manifest;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly comment: string;
  /** 文書番号, under which the office decided it; null for none. */
  readonly documentNumber: string | null;
}

/** Why something went live that nobody had approved, and what it was. */
export interface Emergency {
  readonly reason: string;
  readonly texts: readonly HashedText[];
}

/** One moment at which an edition went live. */
export interface Publication {
  /** Counts upwards without gaps. */
  readonly number: number;
  readonly edition: string;
  readonly kind: 'published' | 'rolled-back';
  readonly by: AuditedPerson;
  readonly at: number;
  readonly comment: string;
  /** Null for everything that goes its usual way. */
  readonly emergency: Emergency | null;
}
