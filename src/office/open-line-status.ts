import type { Logger } from 'pino';
import type { RaiseAlert } from '../alerts/alert.ts';
import { messageOf } from '../common/errors.ts';
import type { Stopwatch } from '../common/stopwatch.ts';
import type { Config } from '../config.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { isPassing } from '../operation/check-account.ts';
import { deployedFallback } from '../operation/deploy-fallback.ts';
import type { DisasterSwitch } from './disaster/disaster-switch.ts';
import type { OfficeShelf } from './editions/edition.ts';
import { createNoteFile } from './files/note-file.ts';
import { askDoctor, type Doctor } from './line-status/doctor.ts';
import { createStatusKeeper, keepLineStatus, type Spoken } from './line-status/keep-line-status.ts';
import { createLineStatus, type LineStatus } from './line-status/line-status.ts';
import { alertsOf, createTroubleTimes, keptTroubles, silentDoctor } from './line-status/status-alerts.ts';
import type { Office } from './open-office.ts';

interface LineStatusParts {
  readonly config: Pick<Config, 'twilio' | 'dataFolder' | 'deploysFallback' | 'probeEvery'>;
  /** Null without a database. The line is then still checked and its fallback renewed, but nothing is audited. */
  readonly office: Pick<Office, 'editions'> | null;
  readonly shelf: Pick<OfficeShelf, 'current'>;
  readonly disaster: Pick<DisasterSwitch, 'noticeNow'>;
  /** Whether, at some moment since the start, all narrations of the current edition existed. */
  readonly readiness: { readonly isReady: boolean };
  readonly raise: RaiseAlert;
  readonly clock: () => number;
  readonly stopwatch: Stopwatch;
  readonly log: Logger;
  /** Runs `npm run twilio` by default. */
  readonly doctor?: Doctor;
}

/** The state of the line at Twilio, which is checked regularly. */
export interface WatchedLine {
  readonly status: LineStatus;
  /** Checks the line again and again until the signal is aborted. */
  watch(signal: AbortSignal): Promise<unknown>;
}

/**
 * What the fallback should say: the words of the live edition. The line's pointer tells which edition is live. The
 * edition in memory may be a different one if the office has no database.
 * @returns null if nothing is live. Also null if the edition in memory is the live one and has no text for a fallback;
 * the check of the line then reports the missing text
 */
export async function spokenNow({
  config,
  shelf,
  disaster,
}: Pick<LineStatusParts, 'config' | 'shelf' | 'disaster'>): Promise<Spoken | null> {
  const live = await createEditionFolder(config.dataFolder).pointerIfReadable();
  if (!live || (live.edition === shelf.current.hash && shelf.current.file.fallback === undefined)) return null;
  return { edition: live.edition, isDisaster: disaster.noticeNow() !== null };
}

/**
 * An alert is raised when this many renewals of the fallback in a row have failed because of Twilio, or of the network
 * on the way to Twilio.
 */
const alarmingRenewals = 3;

/**
 * Opens the state of the line and its regular checks. A line that is not connected to Twilio is checked only when
 * somebody asks, and nobody is alerted.
 */
export function openLineStatus(parts: LineStatusParts, signal: AbortSignal): WatchedLine {
  const { config, office, readiness, raise, clock, stopwatch, log } = parts;
  const isConnected = config.twilio !== null;
  const deployed = createNoteFile(config.dataFolder, 'fallback.json', deployedFallback);
  const times = createTroubleTimes({
    now: stopwatch,
    clock,
    file: createNoteFile(config.dataFolder, 'troubles.json', keptTroubles),
  });
  let failedRenewals = 0;
  const status = createLineStatus({
    doctor: parts.doctor ?? askDoctor,
    deploysFallback: config.deploysFallback,
    // Each entry is written in a transaction of its own. Without a database, no entry is written.
    audit: { add: async (entry) => office?.editions.transaction(({ audit }) => audit.add(entry)) },
    clock,
    async diagnosed(what, { checks, error }) {
      if (!isConnected) return;
      const failed = checks.filter(({ state }) => state === 'fail').map(({ id }) => id);
      if (error) log.error({ what, why: error.en }, 'the state of the line could not be checked');
      else if (failed.length > 0)
        log.warn({ what, failed }, 'the line has failed checks; the console says how to put them right');
      const alerts = alertsOf(checks);
      const isWhole = !error && !checks.some(isPassing);
      const { kept } = await times.note(what, error ? [silentDoctor[what]] : alerts.keys(), isWhole);
      if (error) raise(silentDoctor[what], { lasting: times.lasting(silentDoctor[what]) });
      if (what === 'fallback') {
        const isPassingTrouble = checks.some(isPassing);
        failedRenewals = isPassingTrouble ? failedRenewals + 1 : 0;
        // The next attempt follows within minutes. Until an attempt succeeds, every page shows the failure.
        if (isPassingTrouble && failedRenewals < alarmingRenewals) return kept;
      }
      for (const [kind, details] of alerts) raise(kind, { details: () => details, lasting: times.lasting(kind) });
      // The file is awaited only now, because a disk that hangs must not delay the alert about it.
      await kept;
    },
    signal,
  });
  const keeper = createStatusKeeper({
    status,
    probeEvery: config.probeEvery,
    isReady: () => readiness.isReady,
    spoken: async () => (config.deploysFallback && readiness.isReady ? spokenNow(parts) : null),
    deployed: deployed.read,
    now: stopwatch,
  });
  return {
    // A line without Twilio is only being tried out, so pages show no failures of it.
    status: isConnected
      ? status
      : {
          ...status,
          failures: [],
          get isBusy() {
            return status.isBusy;
          },
        },
    watch: async (until) =>
      isConnected &&
      keepLineStatus(keeper, until).catch((error: unknown) => {
        if (!until.aborted) log.error({ why: messageOf(error) }, 'the state of the line is no longer checked');
      }),
  };
}
