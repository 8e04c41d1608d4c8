import { RecentMap } from '../../common/recent-map.ts';
import { machineStopwatch, type Stopwatch } from '../../common/stopwatch.ts';
import type { SheetsCompared } from '../../office/sheets/compare-sheets.ts';
import { createToken, type RandomBytes } from '../../office/staff/secret-token.ts';

/** An uploaded file, whose changes a member of staff checks before they are imported. */
export interface KeptSheets {
  readonly fileName: string;
  readonly compared: SheetsCompared;
}

/** Keeps uploaded files in memory, one for each person. After a restart, files have to be uploaded again. */
export interface SheetsKeeper {
  /**
   * Keeps a file, instead of the one that the same person uploaded before.
   * @returns a token with which only this person finds the file
   */
  keep(accountId: string, sheets: KeptSheets): string;
  /**
   * @returns null if this person has no file with this token, uploaded the file too long ago, or if `keptSheets.most`
   * other people have uploaded files since
   */
  find(accountId: string, token: string): KeptSheets | null;
  forget(accountId: string): void;
}

/** Maximum number of milliseconds for which a file is kept, long enough to discuss it, and maximum number of files kept. */
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
