import type { Bilingual } from '../../common/bilingual.ts';
import { explanationOf } from '../../common/explained-error.ts';
import type { Check } from '../../operation/check.ts';
import { isPassing } from '../../operation/check-account.ts';
import { isMendable } from '../../operation/mendable.ts';
import type { AuditTrail } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { Doctor, DoctorCommand } from './doctor.ts';

/** The answer of `npm run twilio`, which runs as a child process, or why it gave none. */
export interface Diagnosis {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly checks: readonly Check[];
  /** Why there was no answer; null if there was one. */
  readonly error: Bilingual | null;
}

/**
 * What `npm run twilio` is to do: check everything, make test calls in every language, deploy the fallback, or set up
 * the telephone numbers.
 */
export type Looked = 'check' | 'probe' | 'fallback' | 'setup';

/** The state of the line at Twilio and in the network, according to the last answers of `npm run twilio`. */
export interface LineStatus {
  /**
   * The last diagnosis of one kind; null before the first. Also null if a later check has made that diagnosis outdated.
   */
  last(what: Looked): Diagnosis | null;
  /**
   * All failures in the last diagnosis of each kind. A missing answer counts as a failure. Temporary troubles of
   * Twilio, or of the network on the way to Twilio, are left out.
   */
  readonly failures: readonly Check[];
  readonly isBusy: boolean;
  /**
   * Runs `npm run twilio` for one kind of diagnosis. Only one run is in progress at a time; others wait. Calls for the
   * same kind share a run that has not begun yet.
   */
  look(what: Looked): Promise<Diagnosis>;
  /**
   * Puts right what a program can put right: the fallback, and the telephone numbers of the line. Afterwards, the last
   * check is up to date. A call during another call waits for the same result.
   * @returns false if the role may not do this
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
  /** Called with every diagnosis, unless the signal was aborted before it was complete. */
  readonly diagnosed: (what: Looked, diagnosis: Diagnosis) => void | Promise<void>;
  readonly signal: AbortSignal;
}

const commands: Readonly<Record<Looked, DoctorCommand>> = {
  check: ['check'],
  probe: ['probe'],
  fallback: ['fallback', '--deploy'],
  setup: ['setup', '--yes'],
};

/** Stands for a missing answer, which counts as a failure because something may be wrong. */
const noAnswer: Check = {
  id: 'doctor',
  state: 'fail',
  about: { ja: '回線の状態を調べられませんでした。', en: 'The state of the line could not be checked.' },
  mend: {
    ja: 'サーバーで npm run twilio -- check を実行すると、理由が分かります。サービスのログも見てください。',
    en: 'Run npm run twilio -- check on the server to see the reason. Also look at the log of the service.',
  },
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
      return { at: clock(), checks, error: null };
    } catch (error) {
      return { at: clock(), checks: [], error: explanationOf(error) };
    }
  };
  /**
   * Forgets earlier results that a check makes outdated. If the fallback is right, the result of its deployment is
   * forgotten. If Twilio answered, and a setup has nothing to mend, the result of the setup is forgotten.
   */
  const forgetMended = ({ checks, error }: Diagnosis): void => {
    if (checks.some(({ id, state }) => id === 'fallback' && state === 'ok')) last.delete('fallback');
    // Without an answer from Twilio, nothing is known about the numbers.
    const isAsked = error === null && !checks.some(({ id }) => id === 'twilio-api');
    if (isAsked && !checks.some((check) => isMendable(check, false))) last.delete('setup');
  };
  const look = (what: Looked): Promise<Diagnosis> => {
    const before = asked.get(what);
    if (before) return before;
    const now = inTurn(async () => {
      // From here on, a call for the same kind starts a new run.
      asked.delete(what);
      const diagnosis = await ask(commands[what]);
      // The signal ended the run, so its error says nothing about the line.
      if (signal.aborted) return diagnosis;
      last.set(what, diagnosis);
      if (what === 'check') forgetMended(diagnosis);
      await diagnosed(what, diagnosis);
      return diagnosis;
    });
    asked.set(what, now);
    return now;
  };

  const mendNow = async (actor: Actor): Promise<void> => {
    const mendableIn = ({ checks }: Diagnosis) => checks.filter((check) => isMendable(check, deploysFallback));
    const known = last.get('check');
    const before = known ?? (await look('check'));
    const wrong = mendableIn(before);
    const isFallbackWrong = wrong.some(({ id }) => id === 'fallback');
    // The fallback comes first: its address is part of the settings of the numbers, and is not known before it is
    // deployed.
    if (isFallbackWrong) await look('fallback');
    let now = known || isFallbackWrong ? await look('check') : before;
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
        error === null ? checks.filter((check) => check.state === 'fail' && !isPassing(check)) : [noAnswer],
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
