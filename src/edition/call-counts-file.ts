import { join } from 'node:path';
import { readShared, type SharedFileKind, writeShared } from './shared-file.ts';

/**
 * How often each kind of event has happened in calls since the line started. The counts contain nothing about callers.
 */
export interface CallCounts {
  /** When the line started, in milliseconds since the epoch. */
  readonly since: number;
  /** Counts by kind, such as `call completed`, `twilio 11200`, `transfer failed` or `said ko`. */
  readonly counts: Readonly<Record<string, number>>;
}

const kind: SharedFileKind = { name: 'call-counts', format: 1, longest: 100_000 };

const pathIn = (dataFolder: string): string => join(dataFolder, 'call-counts');

/** Writes the counts; only the line does this. */
export const writeCallCounts = (dataFolder: string, counts: CallCounts): Promise<void> =>
  writeShared(kind, pathIn(dataFolder), counts);

/**
 * Reads the counts.
 * @returns null if there are no counts, or they cannot be read
 */
export const readCallCounts = (dataFolder: string): Promise<CallCounts | null> =>
  readShared<CallCounts>(kind, pathIn(dataFolder)).catch(() => null);
