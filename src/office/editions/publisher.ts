import type { AuditedPerson } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { type RollBackResult, rollBack } from './go-live.ts';
import type { Progress } from './prepare-audio.ts';
import { type PublishForm, type PublishParts, type PublishResult, publish } from './publish.ts';

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
      readonly result: PublishResult;
      /** The form that was submitted. */
      readonly form: PublishForm;
    }
  /** The database or the disk failed; the live edition has not changed. */
  | {
      readonly state: 'broken';
      readonly by: AuditedPerson;
      readonly at: number;
      readonly error: unknown;
      readonly form: PublishForm;
    };

/** Publishes one draft at a time, in the background, so that closing the browser does not stop it. */
export interface Publisher {
  readonly job: PublishJob;
  /** @returns false if a publication is already running; `job` says whose */
  start(actor: Actor, form: PublishForm): boolean;
  /** Settles when no publication is running. */
  idle(): Promise<void>;
  rollBack(actor: Actor, form: Parameters<typeof rollBack>[2]): Promise<RollBackResult>;
}

export function createPublisher(parts: PublishParts): Publisher {
  let job: PublishJob = { state: 'none' };
  let running: Promise<void> = Promise.resolve();

  const run = async (actor: Actor, form: PublishForm): Promise<void> => {
    const by = whoIs(actor);
    const since = parts.clock();
    job = { state: 'running', by, since, progress: null };
    try {
      const result = await publish(parts, actor, form, (progress) => {
        job = { state: 'running', by, since, progress };
      });
      job = { state: 'done', by, at: parts.clock(), result, form };
    } catch (error) {
      job = { state: 'broken', by, at: parts.clock(), error, form };
    }
  };

  return {
    get job() {
      return job;
    },
    start(actor, form) {
      if (job.state === 'running') return false;
      running = run(actor, form);
      return true;
    },
    idle: () => running,
    rollBack: (actor, form) => rollBack(parts, actor, form),
  };
}
