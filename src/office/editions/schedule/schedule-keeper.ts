import { setTimeout } from 'node:timers/promises';
import { explanationOf } from '../../../common/explained-error.ts';
import type { Stopwatch } from '../../../common/stopwatch.ts';
import { textsWithoutSound } from '../../../speech/engine.ts';
import { byProgram } from '../../staff/programs.ts';
import type { EditionRecords } from '../edition-records.ts';
import type { ClosedGate } from '../gates/gate.ts';
import { formatJapaneseTime } from './japanese-time.ts';
import type { ScheduledResult } from './publish-scheduled.ts';
import type { ScheduledPublication, ScheduleFailure, ScheduleState } from './schedule-records.ts';
import { believedAfter, createSteadyClock } from './steady-clock.ts';

/** How late a scheduled publication may begin, in milliseconds; after that, it is given up. */
const mostLate = 3_600_000;

/**
 * Milliseconds after which a failure is logged again, until somebody has confirmed in the console that they read about
 * it.
 */
const tellInterval = 3_600_000;

/** Milliseconds before a failed publication is tried again. */
const retryInterval = 60_000;

/** Maximum number of details that are stored with a failure. */
const mostDetails = 20;

interface ScheduleKeeperParts {
  readonly records: EditionRecords;
  /** Returns null while another publication is running. */
  readonly publish: (schedule: ScheduledPublication) => Promise<ScheduledResult> | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly stopwatch: Stopwatch;
  /** Writes a failure to the log, for the operator. */
  readonly tell: (about: { readonly edition: number; readonly when: string; readonly why: string }) => void;
}

/** Publishes scheduled editions at their time. */
export interface ScheduleKeeper {
  /**
   * Publishes the scheduled edition if it is due. Call this every few seconds, so that changes of the machine's clock
   * are noticed.
   * @throws StorageError when the schedule cannot be read or written; the next call tries again
   * @throws the error of `publish`, if it rejects; the first call after a minute tries again
   */
  check(): Promise<void>;
}

/**
 * The steady clock decides when a schedule is due. If a schedule is already overdue when this process first sees it, it
 * is published only ten minutes later. The reason is that the machine's clock may be wrong just after a start, and is
 * usually set within minutes. A publication that fails for a reason that may pass, such as a full disk, is tried again
 * every minute. A schedule that is an hour late is given up. A schedule that is first seen more than fifty minutes late
 * is therefore never tried.
 */
export function createScheduleKeeper({
  records,
  publish,
  clock,
  stopwatch,
  tell,
}: ScheduleKeeperParts): ScheduleKeeper {
  const steady = createSteadyClock(clock, stopwatch);
  /** When the newest schedule was first seen, and whether it was overdue then. */
  let firstSeen: { readonly number: number; readonly wasOverdue: boolean; readonly at: number } | null = null;
  /** Why the schedule could not be published so far. */
  let trouble: ScheduleFailure | null = null;
  /** The earliest time of the next attempt, by the stopwatch. */
  let tryFrom = Number.NEGATIVE_INFINITY;
  /** The failure that was last written to the log, and when. */
  let told: { readonly number: number; readonly at: number } | null = null;

  const fail = async (schedule: ScheduleState, failure: ScheduleFailure): Promise<void> => {
    const by = byProgram('schedule');
    const at = clock();
    await records.transaction(async ({ schedules, audit }) => {
      if (!(await schedules.end(schedule.number, { kind: 'failed', failure, by, at }))) return;
      const when = formatJapaneseTime(schedule.publishAt);
      const about = { number: schedule.editionNumber, when, why: failure.why };
      await audit.add({ at, who: by, act: 'schedule-failed', about });
    });
  };

  const tellFailure = ({ number, editionNumber, publishAt }: ScheduleState, { why }: ScheduleFailure): void => {
    if (told?.number === number && stopwatch() - told.at < tellInterval) return;
    told = { number, at: stopwatch() };
    tell({ edition: editionNumber, when: formatJapaneseTime(publishAt), why });
  };

  const attempt = async (schedule: ScheduleState): Promise<void> => {
    const whole = await records.schedules.find(schedule.number);
    if (!whole) return;
    const running = publish(whole);
    if (!running) return;
    try {
      const failure = failureOf(await running);
      if (failure === null) return;
      if (failure.why === 'not-spoken') trouble = failure;
      else await fail(schedule, failure);
    } catch (error) {
      trouble = { why: 'missed', details: [detailOf(error)] };
      throw error;
    } finally {
      tryFrom = stopwatch() + retryInterval;
    }
  };

  return {
    async check() {
      const now = steady();
      const schedule = await records.schedules.newest();
      if (!schedule) return;
      const { number, publishAt, end, isSettled } = schedule;
      if (end) {
        if (end.failure && !isSettled) tellFailure(schedule, end.failure);
        return;
      }
      if (firstSeen?.number !== number) {
        firstSeen = { number, wasOverdue: now >= publishAt, at: stopwatch() };
        trouble = null;
        tryFrom = Number.NEGATIVE_INFINITY;
      }
      if (now < publishAt) return;
      if (firstSeen.wasOverdue && stopwatch() - firstSeen.at < believedAfter) return;
      if (now - publishAt > mostLate) return fail(schedule, trouble ?? { why: 'missed', details: [] });
      if (stopwatch() >= tryFrom) await attempt(schedule);
    },
  };
}

/** Milliseconds between two checks. A scheduled publication may begin late by this much. */
const checkInterval = 10_000;

/**
 * Checks again and again whether a scheduled publication is due, until the signal is aborted.
 * @param failed called when a check has failed; the next check tries again
 */
export async function keepSchedule(
  keeper: ScheduleKeeper,
  failed: (error: unknown) => void,
  signal: AbortSignal,
  interval = checkInterval,
): Promise<void> {
  while (!signal.aborted) {
    await keeper.check().catch(failed);
    await setTimeout(interval, undefined, { signal, ref: false });
  }
}

/** @returns null if the edition was published */
function failureOf(result: ScheduledResult): ScheduleFailure | null {
  switch (result.kind) {
    case 'published':
      return null;
    // Another publication came first. It has usually ended the schedule already, and then this failure is not stored.
    case 'nothing-new':
    case 'overtaken':
      return { why: 'overtaken', details: [] };
    case 'not-spoken':
      return { why: 'not-spoken', details: result.failures.slice(0, mostDetails).map(detailOf) };
    case 'stopped':
      return { why: 'stopped', details: result.gates.flatMap(detailsOf).slice(0, mostDetails) };
    case 'not-the-same':
      return { why: 'not-the-same', details: [] };
  }
}

/** An error in words. If a text has no sound because of the error, `about` names the text. */
function detailOf(error: unknown): ScheduleFailure['details'][number] {
  const [about] = textsWithoutSound([error]);
  return { ...explanationOf(error), ...(about && { about }) };
}

/** The hindrances of a closed gate, each with the text that it is about, if there is one. */
const detailsOf = ({ gate: { title }, hindrances }: ClosedGate): ScheduleFailure['details'] =>
  hindrances.map(({ place, ja, en }) => {
    const said = { ja: `${title.ja}:${ja}`, en: `${title.en}: ${en}` };
    if (!place || !('prompt' in place) || place.prompt === undefined) return said;
    const { language, prompt } = place;
    return { ...said, about: { language, prompt } };
  });
