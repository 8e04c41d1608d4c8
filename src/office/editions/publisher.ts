import type { AuditedPerson } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { type RollBackResult, rollBack } from './go-live.ts';
import type { Progress } from './prepare-audio.ts';
import { type PublishForm, type PublishParts, type PublishResult, publish } from './publish.ts';

/** What became of the last publishing, or how far the one under way is. */
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
      /** What was asked for. */
      readonly form: PublishForm;
    }
  /** The database or the disk failed; what was live before is live still. */
  | {
      readonly state: 'broken';
      readonly by: AuditedPerson;
      readonly at: number;
      readonly error: unknown;
      readonly form: PublishForm;
    };

/** Publishes one draft at a time, in the background: a browser that goes away stops nothing. */
export interface Publisher {
  readonly job: PublishJob;
  /** @returns false when somebody's publishing is under way; its `job` says whose */
  start(actor: Actor, form: PublishForm): boolean;
  /** Settles when nothing is under way. */
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
