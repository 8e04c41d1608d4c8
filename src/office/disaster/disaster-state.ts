import { z } from 'zod';
import { type DisasterNotice, noticeSayings } from '../../call/disaster.ts';

const person = z.object({ accountId: z.string().nullable(), accountName: z.string() });

const moment = z.number();

/** A notice as somebody switched it on. Moments are milliseconds since the epoch. */
const switchedOn = z.object({
  /** Names this very notice: another place or action makes another notice, which every call hears anew. */
  id: z.string().min(1),
  kind: z.string().min(1),
  places: z.array(z.string()),
  actions: z.array(z.string()),
  at: z.string(),
  /** In which all of its texts are approved; null while nobody could look. */
  languages: z.array(z.string()).nullable(),
  /** When it was switched on first. */
  since: moment,
  /** When it ends by itself; null for never. */
  until: moment.nullable(),
  /** When somebody said last that it still holds. */
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

/** Everything that is known about the notice. */
export const disasterState = z.object({
  /** Counts upwards with every change; of two places that differ, the higher one is right. */
  revision: z.int().min(0),
  on: switchedOn.nullable(),
  /** The same for a drill, which only the rehearsal phone hears. */
  drill: switchedOn.nullable(),
  /** What could not be written into the audit yet. */
  unaudited: z.array(auditEntry),
});
export type DisasterState = z.infer<typeof disasterState>;

/** How things stand before anything was ever switched on. */
export const nothingOn: DisasterState = { revision: 0, on: null, drill: null, unaudited: [] };

/** Hours after which somebody is asked whether it still holds. */
const renewAfterHours = 6;

/** Whether somebody should say that it still holds: an old warning is soon believed no more. */
export const needsRenewal = ({ confirmedAt }: SwitchedOn, now: number): boolean =>
  // Confirmed later than now: the clock was wrong then, and nobody knows when it was.
  confirmedAt > now || now - confirmedAt >= renewAfterHours * 3_600_000;

/** How long something lasted, in whole minutes; 0 where the clock was set back meanwhile. */
export const minutesBetween = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 60_000));

/** What calls are told of it. */
export const toNotice = ({ id, kind, places, actions, at, languages }: SwitchedOn): DisasterNotice => ({
  id,
  kind,
  places,
  actions,
  at,
  languages: languages ?? [],
});

/** The prompts that it needs in every language. */
export const promptsOf = (notice: SwitchedOn): string[] =>
  noticeSayings(toNotice(notice), '').map(({ prompt }) => prompt);
