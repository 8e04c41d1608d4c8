import type { AuditedPerson } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import type { BegunPublication, BegunPublications, JobForm } from './begun-publication.ts';
import { type RollBackResult, rollBack } from './go-live.ts';
import type { Progress } from './prepare-audio.ts';
import type { PublishForm, PublishParts } from './prepare-publication.ts';
import { type PublishResult, publish } from './publish.ts';
import { cancelSchedule, type ScheduleAnswer, settleSchedule } from './schedule/answer-schedule.ts';
import { formOf, publishScheduled, type ScheduledResult } from './schedule/publish-scheduled.ts';
import { type ScheduleResult, schedulePublication } from './schedule/schedule-publication.ts';
import type { ScheduledPublication } from './schedule/schedule-records.ts';

/** The outcome of publishing, of scheduling, or of publishing what was scheduled. */
type JobResult = PublishResult | ScheduleResult | ScheduledResult;

/** The outcome of the last publication, or the progress of the current one. */
export type PublishJob =
  | { readonly state: 'none' }
  | {
      readonly state: 'running';
      readonly by: AuditedPerson;
      readonly since: number;
      readonly progress: Progress | null;
    }
  | {
      readonly state: 'done';
      readonly by: AuditedPerson;
      readonly at: number;
      readonly result: JobResult;
      readonly form: JobForm;
    }
  /** The database or the disk failed, or the office was killed in the meantime; the live edition has not changed. */
  | {
      readonly state: 'broken';
      readonly by: AuditedPerson;
      readonly at: number;
      readonly error: unknown;
      readonly form: JobForm;
    };

/** Publishes one draft at a time, in the background, so that closing the browser does not stop it. */
export interface Publisher {
  readonly job: PublishJob;
  /**
   * Publishes the draft, or schedules it.
   * @param publishAt milliseconds since the epoch; null for at once
   * @returns false if a publication is already running; `job` says whose
   */
  start(actor: Actor, form: PublishForm, publishAt?: number | null): boolean;
  /** Publishes what was scheduled. @returns null if a publication is already running */
  publishScheduled(schedule: ScheduledPublication): Promise<ScheduledResult> | null;
  cancelSchedule(actor: Actor, number: number): Promise<ScheduleAnswer>;
  settleSchedule(actor: Actor, number: number): Promise<ScheduleAnswer>;
  /** Settles when no publication is running. */
  idle(): Promise<void>;
  rollBack(actor: Actor, form: Parameters<typeof rollBack>[2]): Promise<RollBackResult>;
}

/** A publisher that tells what an earlier process left unfinished. */
export async function openPublisher(parts: PublishParts, begun: BegunPublications): Promise<Publisher> {
  const left = await begun.read();
  return createPublisher(parts, begun, left && (await hasEnded(left, parts.records)) ? null : left);
}

/** Whether it did what it was to do: the process may have been killed just after that. */
async function hasEnded(left: BegunPublication, records: PublishParts['records']): Promise<boolean> {
  const { publishAt } = left.form;
  if (publishAt !== null) {
    const newest = await records.schedules.newest();
    return newest?.publishAt === publishAt && newest.at >= left.at;
  }
  const [live] = await records.publications(1);
  return live !== undefined && live.at >= left.at;
}

/**
 * @param begun where a running publication is kept
 * @param left what an earlier process left there; null for nothing
 */
export function createPublisher(
  parts: PublishParts,
  begun: Pick<BegunPublications, 'write' | 'remove'> | null = null,
  left: BegunPublication | null = null,
): Publisher {
  let job: PublishJob =
    left === null
      ? { state: 'none' }
      : { state: 'broken', ...left, error: new Error('The office ended before the publication did.') };
  let running: Promise<void> = Promise.resolve();

  /** @throws whatever the work throws; `job` says so too */
  const run = async <Result extends JobResult>(
    by: AuditedPerson,
    form: JobForm,
    work: (report: (progress: Progress) => void) => Promise<Result>,
  ): Promise<Result> => {
    const since = parts.clock();
    job = { state: 'running', by, since, progress: null };
    try {
      const result = await work((progress) => {
        job = { state: 'running', by, since, progress };
      });
      job = { state: 'done', by, at: parts.clock(), result, form };
      return result;
    } catch (error) {
      job = { state: 'broken', by, at: parts.clock(), error, form };
      throw error;
    }
  };
  /** Keeps the process alive when the work fails; `job` then shows it. */
  const inBackground = (work: Promise<unknown>): void => {
    const ended = () => {};
    running = work.then(ended, ended);
  };

  return {
    get job() {
      return job;
    },
    start(actor, form, publishAt = null) {
      if (job.state === 'running') return false;
      const by = whoIs(actor);
      const jobForm = { ...form, publishAt };
      const kept = { by, at: parts.clock(), form: jobForm };
      inBackground(
        run<JobResult>(by, jobForm, async (report) => {
          // A full disk must not keep anybody from publishing; then a sudden end is not told.
          await begun?.write(kept).catch(() => {});
          const result = await (publishAt === null
            ? publish(parts, actor, form, report)
            : schedulePublication(parts, actor, form, publishAt, report));
          // Kept if it throws: the next process says so too.
          await begun?.remove().catch(() => {});
          return result;
        }),
      );
      return true;
    },
    publishScheduled(schedule) {
      if (job.state === 'running') return null;
      const form = { ...formOf(schedule), publishAt: schedule.publishAt };
      const work = run(schedule.by, form, (report) => publishScheduled(parts, schedule, report));
      inBackground(work);
      return work;
    },
    idle: () => running,
    rollBack: (actor, form) => rollBack(parts, actor, form),
    cancelSchedule: (actor, number) => cancelSchedule(parts, actor, number),
    settleSchedule: (actor, number) => settleSchedule(parts, actor, number),
  };
}
