import { readCallCounts, writeCallCounts } from '../edition/call-counts-file.ts';
import type { CallReports } from './twilio/call-reports.ts';

/** Milliseconds between two checks for new counts. */
const every = 60_000;

interface KeepCallCountsParts {
  readonly dataFolder: string;
  readonly reports: Pick<CallReports, 'counts'>;
  /** When counting began, in milliseconds since the epoch. */
  readonly since: number;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes the call counts for the office after every minute in which they changed.
 * @returns a function that writes new counts immediately
 */
export function keepCallCounts(
  { dataFolder, reports, since, failed }: KeepCallCountsParts,
  signal: AbortSignal,
): () => Promise<void> {
  let written = '{}';
  let last: Promise<void> = Promise.resolve();
  const writeNow = async (): Promise<void> => {
    const counts = Object.fromEntries(reports.counts);
    const now = JSON.stringify(counts);
    if (now === written) return;
    try {
      await writeCallCounts(dataFolder, { since, counts });
      written = now;
    } catch (error) {
      failed(error);
    }
  };
  const write = () => {
    last = last.then(writeNow);
    return last;
  };
  // If the previous process has left counts, they are overwritten immediately. Otherwise nothing is written yet,
  // because the folder may not exist.
  void readCallCounts(dataFolder).then(async (before) => {
    if (!before || written !== '{}') return;
    written = '';
    await write();
  });
  const timer = setInterval(() => void write(), every);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return write;
}
