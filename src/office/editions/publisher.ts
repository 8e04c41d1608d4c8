import { ExplainedError } from '../../common/explained-error.ts';
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
  /**
   * An error, for example of the database or the disk, ended the publication, or the office was killed during the
   * publication. The live edition has not changed, unless the error is a `StorageError` of kind `lost`: then it may
   * have changed.
   */
  | {
      readonly state: 'broken';
      readonly by: AuditedPerson;
      readonly at: number;
      readonly error: unknown;
      readonly form: JobForm;
    };

/** Runs one publication at a time, in the background, so that a publication continues when the browser is closed. */
export interface Publisher {
  readonly job: PublishJob;
  /** The gates that a publication asks, so that pages can ask the same ones. */
  readonly gates: PublishParts['gates'];
  /**
   * Publishes the draft, or schedules its publication.
   * @param publishAt when to publish, in milliseconds since the epoch; null for immediately
   * @returns false if a publication is already running; `job` then shows who began it
   */
  start(actor: Actor, form: PublishForm, publishAt?: number | null): boolean;
  /** Publishes a scheduled edition. @returns null if a publication is already running */
  publishScheduled(schedule: ScheduledPublication): Promise<ScheduledResult> | null;
  cancelSchedule(actor: Actor, number: number): Promise<ScheduleAnswer>;
  settleSchedule(actor: Actor, number: number): Promise<ScheduleAnswer>;
  /** Resolves when no publication is running any more. */
  idle(): Promise<void>;
  rollBack(actor: Actor, form: Parameters<typeof rollBack>[2]): Promise<RollBackResult>;
}

/** Opens a publisher whose `job` is `broken` at first if an earlier process left a publication unfinished. */
export async function openPublisher(parts: PublishParts, begun: BegunPublications): Promise<Publisher> {
  const left = await begun.read();
  return createPublisher(parts, begun, left && (await hasEnded(left, parts.records)) ? null : left);
}

/**
 * Whether the publication `left` counts as ended. It does if the newest publication published an edition, and was made
 * after `left` began. If `left` was the scheduling of a publication, it counts as ended if the newest schedule is for
 * the same time and was made after `left` began. In both cases, the process was probably killed before it removed the
 * file.
 */
async function hasEnded(left: BegunPublication, records: PublishParts['records']): Promise<boolean> {
  const { publishAt } = left.form;
  if (publishAt !== null) {
    const newest = await records.schedules.newest();
    return newest?.publishAt === publishAt && newest.at >= left.at;
  }
  const [live] = await records.publications(1);
  return live !== undefined && live.kind === 'published' && live.at >= left.at;
}

/**
 * @param begun stores the running publication; null to store nothing
 * @param left the publication that an earlier process left unfinished; null if there is none
 */
export function createPublisher(
  parts: PublishParts,
  begun: Pick<BegunPublications, 'write' | 'remove'> | null = null,
  left: BegunPublication | null = null,
): Publisher {
  let job: PublishJob =
    left === null
      ? { state: 'none' }
      : {
          state: 'broken',
          ...left,
          error: new ExplainedError({
            ja: '公開が終わる前に、管理プロセスが止まりました。',
            en: 'The office stopped before the publication was finished.',
          }),
        };
  let running: Promise<void> = Promise.resolve();

  /**
   * Runs a publication, and shows its progress and outcome in `job`.
   * @throws the error of the work, which `job` then contains
   */
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
  /** Catches the errors of the work, so that they do not end the process; `job` shows them. */
  const inBackground = (work: Promise<unknown>): void => {
    const ended = () => {};
    running = work.then(ended, ended);
  };

  return {
    get job() {
      return job;
    },
    gates: parts.gates,
    start(actor, form, publishAt = null) {
      if (job.state === 'running') return false;
      const by = whoIs(actor);
      const jobForm = { ...form, publishAt };
      const kept = { by, at: parts.clock(), form: jobForm };
      inBackground(
        run<JobResult>(by, jobForm, async (report) => {
          // A full disk must not prevent publishing. Without the file, the next process cannot report that this one was
          // killed.
          await begun?.write(kept).catch(() => {});
          const result = await (publishAt === null
            ? publish(parts, actor, form, report)
            : schedulePublication(parts, actor, form, publishAt, report));
          // If the work throws, the file stays, so that the next process reports the failure too.
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
