import { z } from 'zod';
import { type DisasterNotice, noticeSayings } from '../../call/disaster.ts';

const person = z.object({ accountId: z.string().nullable(), accountName: z.string() });

const moment = z.number();

/** A notice that was switched on. Times are milliseconds since the epoch. */
const switchedOn = z.object({
  /**
   * Identifies the notice. The notice gets a new id whenever staff switch it on or change it. Every call then hears the
   * notice again.
   */
  id: z.string().min(1),
  kind: z.string().min(1),
  places: z.array(z.string()),
  actions: z.array(z.string()),
  /** The time that the notice says: `YYYY-MM-DDTHH:MM` in the line's time zone. */
  at: z.string(),
  /** The languages in which all texts of the notice are approved; null if the lookup has failed so far. */
  languages: z.array(z.string()).nullable(),
  /** When the notice was first switched on. */
  since: moment,
  /** When the notice ends automatically; null for never. */
  until: moment.nullable(),
  /** When staff last confirmed the notice. */
  confirmedAt: moment,
  by: person,
});
export type SwitchedOn = z.infer<typeof switchedOn>;

const auditEntry = z.object({
  at: moment,
  who: person,
  act: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The stored state of the switch. */
export const disasterState = z.object({
  /**
   * Increases with every change: by one, or to the time of a person's act. It stays the same only when entries of
   * `unaudited` move into the audit. If two stores differ, the higher revision counts.
   */
  revision: z.int().min(0),
  on: switchedOn.nullable(),
  /** The notice of a drill, which only the rehearsal phone plays. */
  drill: switchedOn.nullable(),
  /** Entries that are not in the audit yet. */
  unaudited: z.array(auditEntry),
});
export type DisasterState = z.infer<typeof disasterState>;

/** The state before anything was ever switched on. */
export const nothingOn: DisasterState = { revision: 0, on: null, drill: null, unaudited: [] };

/** Hours after which staff are asked to confirm the notice. */
export const renewAfterHours = 6;

/** Whether it is time for staff to confirm a notice again. This is needed because nobody believes an old warning. */
export const needsRenewal = ({ confirmedAt }: SwitchedOn, now: number): boolean =>
  // A confirmation in the future was recorded while the clock was wrong, so its real time is unknown.
  confirmedAt > now || now - confirmedAt >= renewAfterHours * 3_600_000;

/** When a notice should be confirmed again, in milliseconds since the epoch. */
export const renewalDue = ({ confirmedAt }: SwitchedOn): number => confirmedAt + renewAfterHours * 3_600_000;

/** A duration in whole minutes; 0 if the clock was set back between the two times. */
export const minutesBetween = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 60_000));

/** The part of a notice that calls need. */
export const toNotice = ({ id, kind, places, actions, at, languages }: SwitchedOn): DisasterNotice => ({
  id,
  kind,
  places,
  actions,
  at,
  languages: languages ?? [],
});

/** The prompts that the notice needs in every language. */
export const promptsOf = (notice: SwitchedOn): string[] =>
  noticeSayings(toNotice(notice), '').map(({ prompt }) => prompt);
