import type { Bilingual } from '../../../common/bilingual.ts';
import type { Draft } from '../../../words/draft.ts';
import type { AuditedPerson } from '../../staff/audit-entry.ts';
import type { HashedText } from '../approval/approval-records.ts';
import type { EditionContent } from '../edition-content.ts';

/** A publication that was scheduled: when, by whom and why, without its words. */
export interface ScheduleHead {
  /** Later schedules have higher numbers. */
  readonly number: number;
  /** The hash of the edition that is to go live. */
  readonly edition: string;
  /** The number that the edition will have. */
  readonly editionNumber: number;
  /** When the edition is to go live, in milliseconds since the epoch. */
  readonly publishAt: number;
  /** The number of the publication that was live when this one was scheduled. */
  readonly basedOn: number;
  readonly comment: string;
  /** 文書番号; empty for none. */
  readonly documentNumber: string;
  /** Why open warnings are acceptable; empty if there were none. */
  readonly warningsReason: string;
  readonly by: AuditedPerson;
  /** When the publication was scheduled, in milliseconds since the epoch. */
  readonly at: number;
}

/** A scheduled publication with the exact content that is to be published. It never changes. */
export interface ScheduledPublication extends ScheduleHead {
  readonly content: EditionContent;
  /** The draft's reasons for accepted warnings. */
  readonly reasons: Draft['reasons'];
  /** Why unapproved texts are to go live, and which ones; null if all texts that need approval have it. */
  readonly emergency: { readonly reason: string; readonly texts: readonly HashedText[] } | null;
  /**
   * For each language with texts that no native reader has read, why it is offered nevertheless; absent if there was no
   * need.
   */
  readonly unreadReasons?: Readonly<Record<string, string>> | undefined;
}

/** One thing that kept the scheduled edition from being published. */
interface ScheduleDetail extends Bilingual {
  /** The text that is concerned; absent if none is. */
  readonly about?: { readonly language: string; readonly prompt: string };
}

/** Why a scheduled publication was not made. */
export interface ScheduleFailure {
  /**
   * `overtaken`: another edition went live in the meantime. `stopped`: a gate was closed. `not-the-same`: this version
   * of the program, or this voice, would not publish what was scheduled. `not-spoken`: sounds could not be made.
   * `missed`: at the scheduled time, the office was not running or could not work.
   */
  readonly why: 'overtaken' | 'stopped' | 'not-the-same' | 'not-spoken' | 'missed';
  /**
   * What exactly kept the edition from being published; often empty. For `not-spoken` and `missed`, the details are
   * explanations of errors.
   */
  readonly details: readonly ScheduleDetail[];
}

/** How a schedule ended. `needless`: the same edition went live in another way. */
export interface ScheduleEnd {
  readonly kind: 'published' | 'cancelled' | 'needless' | 'failed';
  /** Null unless the schedule failed. */
  readonly failure: ScheduleFailure | null;
  readonly by: AuditedPerson;
  readonly at: number;
}

/** A scheduled publication and its outcome. */
export interface ScheduleState extends ScheduleHead {
  /** Null while the publication is still to come. */
  readonly end: ScheduleEnd | null;
  /** Whether somebody has confirmed that they read about the failure. */
  readonly isSettled: boolean;
}

/** Stores scheduled publications and their outcomes. Entries are only added, never changed or removed. */
export interface ScheduleStore {
  /** The publication that was scheduled last; null if there was none. All earlier ones have ended. */
  newest(): Promise<ScheduleState | null>;
  find(number: number): Promise<ScheduledPublication | null>;
  /** @returns the number of the schedule */
  add(schedule: Omit<ScheduledPublication, 'number'>): Promise<number>;
  /** @returns false if the schedule has already ended */
  end(number: number, end: ScheduleEnd): Promise<boolean>;
  /**
   * Records that somebody has read about the failure of a schedule.
   * @param at milliseconds since the epoch
   * @returns false if somebody has already recorded this
   */
  settle(number: number, by: AuditedPerson, at: number): Promise<boolean>;
}
