import type { Bilingual } from '../../../common/bilingual.ts';
import type { Draft } from '../../../words/draft.ts';
import type { AuditedPerson } from '../../staff/audit-entry.ts';
import type { HashedText } from '../approval/approval-records.ts';
import type { EditionContent } from '../edition-content.ts';

/** A publication that was scheduled: when, by whom and why, without its words. */
export interface ScheduleHead {
  /** Later ones have higher numbers. */
  readonly number: number;
  /** The hash of the edition that is to go live. */
  readonly edition: string;
  /** The number that the edition will have. */
  readonly editionNumber: number;
  /** When it is to go live. Milliseconds since the epoch. */
  readonly publishAt: number;
  /** The number of the publication that was live when it was scheduled. */
  readonly basedOn: number;
  readonly comment: string;
  /** 文書番号; empty for none. */
  readonly documentNumber: string;
  /** Why open warnings are acceptable; empty when there were none. */
  readonly warningsReason: string;
  readonly by: AuditedPerson;
  /** When it was scheduled. */
  readonly at: number;
}

/** The same with exactly what is to be published. It never changes. */
export interface ScheduledPublication extends ScheduleHead {
  readonly content: EditionContent;
  /** The draft's reasons for accepted warnings. */
  readonly reasons: Draft['reasons'];
  /** Why unapproved texts are to go live, and which ones; null unless it was scheduled without complete approval. */
  readonly emergency: { readonly reason: string; readonly texts: readonly HashedText[] } | null;
  /** Why languages are offered that no native reader has read, by language; absent if there was no need. */
  readonly unreadReasons?: Readonly<Record<string, string>> | undefined;
}

/** One thing that kept it from being published. */
interface ScheduleDetail extends Bilingual {
  /** The text that it is about; absent if it is about none. */
  readonly about?: { readonly language: string; readonly prompt: string };
}

/** Why a scheduled publication was not made. */
export interface ScheduleFailure {
  /**
   * `overtaken`: another edition went live in the meantime. `stopped`: a gate was closed. `not-the-same`: this version of the
   * program, or this voice, would not publish what was scheduled. `not-spoken`: sounds could not be made. `missed`: the office was
   * not running at its time, or could not work.
   */
  readonly why: 'overtaken' | 'stopped' | 'not-the-same' | 'not-spoken' | 'missed';
  /** What exactly kept it from being published; often empty. */
  readonly details: readonly ScheduleDetail[];
}

/** How it ended. `needless`: the same content went live in another way. */
export interface ScheduleEnd {
  readonly kind: 'published' | 'cancelled' | 'needless' | 'failed';
  /** Null unless it failed. */
  readonly failure: ScheduleFailure | null;
  readonly by: AuditedPerson;
  readonly at: number;
}

/** A scheduled publication and its outcome. */
export interface ScheduleState extends ScheduleHead {
  /** Null while it is still to come. */
  readonly end: ScheduleEnd | null;
  /** Somebody has read that it failed. */
  readonly isSettled: boolean;
}

/** Scheduled publications. Entries are only added, never changed or removed. */
export interface ScheduleStore {
  /** The one that was scheduled last; null if there was none. At most this one is still to come. */
  newest(): Promise<ScheduleState | null>;
  find(number: number): Promise<ScheduledPublication | null>;
  /** @returns its number */
  add(schedule: Omit<ScheduledPublication, 'number'>): Promise<number>;
  /** @returns false if it has ended already */
  end(number: number, end: ScheduleEnd): Promise<boolean>;
  /**
   * Records that somebody has read that it failed.
   * @param at milliseconds since the epoch
   * @returns false if somebody has already
   */
  settle(number: number, by: AuditedPerson, at: number): Promise<boolean>;
}
