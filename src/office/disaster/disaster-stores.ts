import { ExplainedError } from '../../common/explained-error.ts';
import type { NewAuditEntry } from '../staff/audit-entry.ts';
import { type DisasterState, disasterState } from './disaster-state.ts';

/** A store of the state as text. There are two permanent stores, so that losing one of them does no harm. */
export interface DisasterStore {
  /** @returns null if the store has no state, because nothing was ever written or no service is running */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

/** Where the state is stored, and where acts are audited. */
export interface DisasterStores {
  /** A file, which survives the loss of the database. */
  readonly file: DisasterStore;
  /** Null while the database is unavailable. */
  readonly database: DisasterStore | null;
  /**
   * The memory of the running service, for a command on the same machine. On a full disk, no other store can be
   * written.
   */
  readonly service?: DisasterStore | null;
  /** Writes an entry into the audit; null while the database is unavailable. */
  readonly audit: ((entry: NewAuditEntry<string>) => Promise<void>) | null;
}

/** What the stores contain, and what went wrong. */
interface StateRead {
  /** The newest state of all stores; null if none has one. */
  readonly state: DisasterState | null;
  /** The revision in each store that is available; 0 if the store is empty, damaged or cannot be read. */
  readonly revisions: ReadonlyMap<DisasterStore, number>;
  readonly failures: readonly unknown[];
}

/** Reads all stores. The highest revision counts. A state that cannot be read or parsed counts as absent. */
export async function readState({ file, database, service = null }: DisasterStores): Promise<StateRead> {
  const failures: unknown[] = [];
  const revisions = new Map<DisasterStore, number>();
  let newest: DisasterState | null = null;
  for (const store of [file, database, service]) {
    if (!store) continue;
    revisions.set(store, 0);
    try {
      const text = await store.read();
      if (text === null) continue;
      const state = parseState(text);
      revisions.set(store, state.revision);
      if (newest === null || state.revision > newest.revision) newest = state;
    } catch (error) {
      failures.push(error);
    }
  }
  return { state: newest, revisions, failures };
}

function parseState(text: string): DisasterState {
  try {
    return disasterState.parse(JSON.parse(text));
  } catch (cause) {
    const explanation = {
      ja: '保存されているお知らせの状態が壊れています。',
      en: 'The stored state of the notice is damaged.',
    };
    throw new ExplainedError(explanation, { cause });
  }
}

/** Whether the state was saved in at least one store, and what went wrong. */
export interface StateSaved {
  readonly isSaved: boolean;
  /** Whether the only store that took the state is the memory of the running service. */
  readonly isOnlyInMemory: boolean;
  /** The state without the entries that are in the audit now. */
  readonly state: DisasterState;
  readonly failures: readonly unknown[];
}

/**
 * Writes pending entries into the audit, up to the first failure, and the state into all stores. If one store fails,
 * the others are written all the same.
 */
export async function saveState(stores: DisasterStores, state: DisasterState): Promise<StateSaved> {
  const failures: unknown[] = [];
  let { unaudited } = state;
  for (const entry of state.unaudited) {
    try {
      if (!stores.audit) break;
      await stores.audit(entry);
      unaudited = unaudited.filter((each) => each !== entry);
    } catch (error) {
      failures.push(error);
      break;
    }
  }
  const rest: DisasterState = { ...state, unaudited };
  const lasting = await writeState([stores.file, stores.database], rest);
  const memory = await writeState([stores.service ?? null], rest);
  return {
    isSaved: lasting.isSaved || memory.isSaved,
    isOnlyInMemory: memory.isSaved && !lasting.isSaved,
    state: rest,
    failures: [...failures, ...lasting.failures, ...memory.failures],
  };
}

/** Writes the state into some stores. If one store fails, the others are written all the same. */
export async function writeState(
  stores: readonly (DisasterStore | null)[],
  state: DisasterState,
): Promise<Pick<StateSaved, 'isSaved' | 'failures'>> {
  const failures: unknown[] = [];
  const text = JSON.stringify(state);
  let isSaved = false;
  for (const store of stores) {
    try {
      if (!store) continue;
      await store.write(text);
      isSaved = true;
    } catch (error) {
      failures.push(error);
    }
  }
  return { isSaved, failures };
}
