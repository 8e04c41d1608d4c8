import type { Logger } from 'pino';
import type { RaiseAlert } from '../alerts/alert.ts';
import { messageOf } from '../common/errors.ts';
import type { Stopwatch } from '../common/stopwatch.ts';
import type { Config } from '../config.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { deployedFallback } from '../operation/deploy-fallback.ts';
import type { DisasterSwitch } from './disaster/disaster-switch.ts';
import type { OfficeShelf } from './editions/edition.ts';
import { createNoteFile } from './files/note-file.ts';
import { askDoctor, type Doctor } from './line-status/doctor.ts';
import { createStatusKeeper, keepLineStatus, type Spoken } from './line-status/keep-line-status.ts';
import { createLineStatus, type LineStatus } from './line-status/line-status.ts';
import { alertsOf, silentDoctor } from './line-status/status-alerts.ts';
import type { Office } from './open-office.ts';

interface LineStatusParts {
  readonly config: Pick<Config, 'twilio' | 'dataFolder' | 'deploysFallback' | 'probeEvery'>;
  /** Null without a database: the line is checked and its fallback renewed all the same. */
  readonly office: Pick<Office, 'editions'> | null;
  readonly shelf: Pick<OfficeShelf, 'current'>;
  readonly disaster: Pick<DisasterSwitch, 'noticeNow'>;
  /** Whether all narrations have existed at some time since the start. */
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
  /** Checks the line again and again until the signal. */
  watch(signal: AbortSignal): Promise<unknown>;
}

/**
 * What the fallback should say: the words of the edition that the line has as live. An office without its database has another
 * one.
 * @returns null if nothing is live, or if the live edition has no text for a fallback, which the check of the line reports
 */
export async function spokenNow({
  config,
  shelf,
  disaster,
}: Pick<LineStatusParts, 'config' | 'shelf' | 'disaster'>): Promise<Spoken | null> {
  const live = await createEditionFolder(config.dataFolder)
    .readPointer()
    .catch(() => null);
  if (!live || (live.edition === shelf.current.hash && shelf.current.file.fallback === undefined)) return null;
  return { edition: live.edition, isDisaster: disaster.noticeNow() !== null };
}

/** A line that is not connected to Twilio is checked only when somebody asks, and nobody is alerted. */
export function openLineStatus(parts: LineStatusParts, signal: AbortSignal): WatchedLine {
  const { config, office, readiness, raise, clock, stopwatch, log } = parts;
  const isConnected = config.twilio !== null;
  const deployed = createNoteFile(config.dataFolder, 'fallback.json', deployedFallback);
  const status = createLineStatus({
    doctor: parts.doctor ?? askDoctor,
    deploysFallback: config.deploysFallback,
    // Written in a transaction, like every other audit entry.
    audit: { add: async (entry) => office?.editions.transaction(({ audit }) => audit.add(entry)) },
    clock,
    diagnosed(what, { checks, error }) {
      if (!isConnected) return;
      const failed = checks.filter(({ state }) => state === 'fail').map(({ id }) => id);
      if (error !== '') log.error({ what, why: error }, 'the state of the line could not be checked');
      else if (failed.length > 0)
        log.warn({ what, failed }, 'the line has failed checks; the console says how to put them right');
      if (error !== '') raise(silentDoctor[what]);
      for (const [kind, details] of alertsOf(checks)) raise(kind, { details });
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
    // Nothing is wrong with a line that is being tried out.
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
