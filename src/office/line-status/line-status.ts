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
 * What is asked for: a check of everything, test calls in every language, deploying the fallback, setting up the
 * telephone numbers.
 */
export type Looked = 'check' | 'probe' | 'fallback' | 'setup';

/** The state of the line at Twilio and in the network, according to the last answers of `npm run twilio`. */
export interface LineStatus {
  /** The last diagnosis of one kind; null before the first. */
  last(what: Looked): Diagnosis | null;
  /**
   * All failures in the last diagnosis of each kind; a missing answer counts as a failure. Troubles that pass by themselves,
   * of Twilio or of the network on the way to Twilio, are left out.
   */
  readonly failures: readonly Check[];
  readonly isBusy: boolean;
  /**
   * Runs `npm run twilio` for one kind of diagnosis. Only one run is in progress at a time. Until a waiting run begins,
   * everybody who asks for the same kind gets the result of that run.
   */
  look(what: Looked): Promise<Diagnosis>;
  /**
   * Mends what can be mended, that is the telephone numbers of the line and the fallback, and then checks the line
   * again. Whoever calls this function while mending is in progress waits for the same result.
   * @returns false for a role that may not mend the line
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
    en: 'Run npm run twilio -- check on the server: it says why. Look at the log of the service too.',
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
   * Forgets earlier results that a check has overtaken: the result of the deployment if the fallback is right, and the
   * result of the setup if Twilio could be asked and nothing that a setup can mend is wrong.
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
      // From here on, whoever asks the same question gets a new run.
      asked.delete(what);
      const diagnosis = await ask(commands[what]);
      // A run that was ended by the signal has found nothing out.
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
