import { RecentMap } from '../../common/recent-map.ts';
import { machineStopwatch, type Stopwatch } from '../../common/stopwatch.ts';
import type { SheetsCompared } from '../../office/sheets/compare-sheets.ts';
import { createToken, type RandomBytes } from '../../office/staff/secret-token.ts';

/** An uploaded file whose changes somebody looks at before they are imported. */
export interface KeptSheets {
  readonly fileName: string;
  readonly compared: SheetsCompared;
}

/** Keeps uploaded files in memory. After a restart they have to be uploaded again. */
export interface SheetsKeeper {
  /**
   * Replaces what the same person kept before.
   * @returns a token under which only this person finds the file
   */
  keep(accountId: string, sheets: KeptSheets): string;
  /** Null where this person never kept it, or too long ago. */
  find(accountId: string, token: string): KeptSheets | null;
  forget(accountId: string): void;
}

/** How long a file is kept, in milliseconds: long enough to discuss it; and how many are kept at once. */
export const keptSheets = { longest: 2 * 60 * 60_000, most: 20 } as const;

/** @param stopwatch milliseconds since any moment; it never goes back */
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
