import { machineStopwatch, type Stopwatch } from '../../common/stopwatch.ts';
import type { SheetsCompared } from '../../office/sheets/compare-sheets.ts';
import { createToken, type RandomBytes } from '../../office/staff/secret-token.ts';

/** A file that somebody has uploaded, between looking at what it changes and taking it in. */
export interface KeptSheets {
  readonly fileName: string;
  readonly compared: SheetsCompared;
}

/** Keeps uploaded files in memory: what is lost with the process is uploaded again. */
export interface SheetsKeeper {
  /** Puts it in the place of what the same person kept before. @returns the name under which only that person finds it */
  keep(accountId: string, sheets: KeptSheets): string;
  /** Null when it was never kept by that person, or too long ago. */
  find(accountId: string, token: string): KeptSheets | null;
  forget(accountId: string): void;
}

/** Milliseconds for looking at a comparison, longer than any meeting about it; and more than ever translate at once. */
export const keptSheets = { longest: 2 * 60 * 60_000, most: 20 } as const;

export function createSheetsKeeper(random: RandomBytes, stopwatch: Stopwatch = machineStopwatch): SheetsKeeper {
  const kept = new Map<string, KeptSheets & { readonly token: string; readonly at: number }>();
  const tidy = () => {
    for (const [accountId, { at }] of kept) if (stopwatch() - at > keptSheets.longest) kept.delete(accountId);
    const [oldest] = kept.keys();
    if (kept.size > keptSheets.most && oldest !== undefined) kept.delete(oldest);
  };
  return {
    keep(accountId, sheets) {
      const token = createToken(random);
      // Anew, so that it is the youngest in the order of the map.
      kept.delete(accountId);
      kept.set(accountId, { ...sheets, token, at: stopwatch() });
      tidy();
      return token;
    },
    find(accountId, token) {
      tidy();
      const found = kept.get(accountId);
      return found?.token === token ? found : null;
    },
    forget: (accountId) => void kept.delete(accountId),
  };
}
