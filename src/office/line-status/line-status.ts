import type { Check } from '../../operation/check.ts';
import { isPassing } from '../../operation/check-account.ts';
import { isMendable } from '../../operation/mendable.ts';
import type { AuditTrail } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { Doctor, DoctorCommand } from './doctor.ts';

/** What the doctor said, or why it could not say anything. */
export interface Diagnosis {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly checks: readonly Check[];
  /** Empty if the doctor answered. */
  readonly error: string;
}

/** What is looked at: everything, calls in every language, what was done about the fallback, and about the numbers. */
export type Looked = 'check' | 'probe' | 'fallback' | 'setup';

/** How the line stands towards Twilio and the network, as the doctor last saw it. */
export interface LineStatus {
  /** Null before the first look. */
  last(what: Looked): Diagnosis | null;
  /** What is wrong now, of all that was looked at; also that the doctor gave no answer. */
  readonly failures: readonly Check[];
  readonly isBusy: boolean;
  /** Asks the doctor. One question at a time; the same question is not asked twice at once. */
  look(what: Looked): Promise<Diagnosis>;
  /**
   * Mends what can be mended: the numbers of the line, and the fallback. Then looks again. Whoever asks while that goes on waits for
   * the same.
   * @returns false for a role that may not
   */
  mend(actor: Actor): Promise<boolean>;
}

interface LineStatusParts {
  readonly doctor: Doctor;
  /** Whether the fallback is put into the account's Assets. */
  readonly deploysFallback: boolean;
  readonly audit: Pick<AuditTrail, 'add'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Called with every diagnosis. */
  readonly diagnosed: (what: Looked, diagnosis: Diagnosis) => void;
  readonly signal: AbortSignal;
}

const commands: Readonly<Record<Looked, DoctorCommand>> = {
  check: ['check'],
  probe: ['probe'],
  fallback: ['fallback', '--deploy'],
  setup: ['setup', '--yes'],
};

/** What is not known may be wrong. */
const noAnswer: Check = {
  id: 'doctor',
  state: 'fail',
  about: { ja: '回線の状態を調べられませんでした。', en: 'The state of the line could not be looked at.' },
};

export function createLineStatus(parts: LineStatusParts): LineStatus {
  const { doctor, deploysFallback, audit, clock, diagnosed, signal } = parts;
  const last = new Map<Looked, Diagnosis>();
  const asked = new Map<Looked, Promise<Diagnosis>>();
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let mending: Promise<void> | null = null;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    waiting += 1;
    const done = queue.then(work).finally(() => {
      waiting -= 1;
    });
    queue = done.catch(() => {});
    return done;
  };
  const ask = async (command: DoctorCommand): Promise<Diagnosis> => {
    try {
      const checks = await doctor(command, signal);
      return { at: clock(), checks, error: '' };
    } catch (error) {
      return { at: clock(), checks: [], error: error instanceof Error ? error.message : String(error) };
    }
  };
  /** What was tried and failed before does not count any more, once all is well. */
  const forgetMended = ({ checks }: Diagnosis): void => {
    if (checks.some(({ id, state }) => id === 'fallback' && state === 'ok')) last.delete('fallback');
    if (checks.some(({ id, state }) => id === 'number-settings' && state === 'ok')) last.delete('setup');
  };
  const look = (what: Looked): Promise<Diagnosis> => {
    const before = asked.get(what);
    if (before) return before;
    const now = inTurn(async () => {
      // From here on another question gets another answer.
      asked.delete(what);
      const diagnosis = await ask(commands[what]);
      // A doctor that was told to stop has found nothing out.
      if (signal.aborted) return diagnosis;
      last.set(what, diagnosis);
      if (what === 'check') forgetMended(diagnosis);
      diagnosed(what, diagnosis);
      return diagnosis;
    });
    asked.set(what, now);
    return now;
  };

  const mendNow = async (actor: Actor): Promise<void> => {
    const mendableIn = ({ checks }: Diagnosis) => checks.filter((check) => isMendable(check, deploysFallback));
    const before = last.get('check') ?? (await look('check'));
    const wrong = mendableIn(before);
    // First the fallback: its address belongs to the settings of the numbers, and is not known before.
    if (wrong.some(({ id }) => id === 'fallback')) await look('fallback');
    let now = await look('check');
    if (mendableIn(now).some(({ id }) => id !== 'fallback')) {
      await look('setup');
      now = await look('check');
    }
    const left = mendableIn(now).length;
    await audit.add({ at: clock(), who: whoIs(actor), act: 'line-mended', about: { wrong: wrong.length, left } });
  };

  return {
    last: (what) => last.get(what) ?? null,
    get failures() {
      return [...last.values()].flatMap(({ checks, error }) =>
        error === '' ? checks.filter((check) => check.state === 'fail' && !isPassing(check)) : [noAnswer],
      );
    },
    get isBusy() {
      return waiting > 0;
    },
    look,
    async mend(actor) {
      if (!may(actor.role, 'manage-accounts')) return false;
      mending ??= mendNow(actor).finally(() => {
        mending = null;
      });
      await mending;
      return true;
    },
  };
}
