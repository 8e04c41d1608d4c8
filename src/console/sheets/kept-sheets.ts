import { RecentMap } from '../../common/recent-map.ts';
import { machineStopwatch, type Stopwatch } from '../../common/stopwatch.ts';
import type { SheetsCompared } from '../../office/sheets/compare-sheets.ts';
import { createToken, type RandomBytes } from '../../office/staff/secret-token.ts';

/** An uploaded file. A member of staff checks its changes before they are imported. */
export interface KeptSheets {
  readonly fileName: string;
  readonly compared: SheetsCompared;
}

/** Keeps uploaded files in memory, one for each person. After a restart, files have to be uploaded again. */
export interface SheetsKeeper {
  /**
   * Keeps a file. It replaces the file that the same person uploaded before.
   * @returns a token with which only this person finds the file
   */
  keep(accountId: string, sheets: KeptSheets): string;
  /**
   * @returns null if this person has no file with this token. This is also the case if the upload is older than
   * `keptSheets.longest`, or if `keptSheets.most` other people have uploaded files since
   */
  find(accountId: string, token: string): KeptSheets | null;
  forget(accountId: string): void;
}

/**
 * `longest` is the number of milliseconds for which a file is kept. Two hours are long enough to discuss the changes.
 * `most` is the maximum number of files that are kept.
 */
export const keptSheets = { longest: 2 * 60 * 60_000, most: 20 } as const;

/** @param stopwatch returns milliseconds since any fixed moment, and never goes back */
export function createSheetsKeeper(random: RandomBytes, stopwatch: Stopwatch = machineStopwatch): SheetsKeeper {
  const kept = new RecentMap<string, KeptSheets & { readonly token: string; readonly at: number }>(keptSheets.most);
  const dropExpired = () => {
    for (const [accountId, { at }] of kept) if (stopwatch() - at > keptSheets.longest) kept.delete(accountId);
  };
  return {
    keep(accountId, sheets) {
      const token = createToken(random);
      dropExpired();
      kept.set(accountId, { ...sheets, token, at: stopwatch() });
      return token;
    },
    find(accountId, token) {
      dropExpired();
      const found = kept.get(accountId);
      return found?.token === token ? found : null;
    },
    forget: (accountId) => void kept.delete(accountId),
  };
}
