import { join } from 'node:path';
import { readShared, type SharedFileKind, writeShared } from './shared-file.ts';

/** How often each kind of thing has happened in calls since the line started. Nothing of who called. */
export interface CallCounts {
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** `call completed`, `twilio 11200`, `transfer failed`, `said ko`. */
  readonly counts: Readonly<Record<string, number>>;
}

const kind: SharedFileKind = { name: 'call-counts', format: 1, longest: 100_000 };

const pathIn = (dataFolder: string): string => join(dataFolder, 'call-counts');

/** For the line, which alone writes it. */
export const writeCallCounts = (dataFolder: string, counts: CallCounts): Promise<void> =>
  writeShared(kind, pathIn(dataFolder), counts);

/**
 * For the office.
 * @returns null if there are none, or they cannot be read: then nothing is shown
 */
export const readCallCounts = (dataFolder: string): Promise<CallCounts | null> =>
  readShared<CallCounts>(kind, pathIn(dataFolder)).catch(() => null);
