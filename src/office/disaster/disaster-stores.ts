import type { NewAuditEntry } from '../staff/audit-entry.ts';
import { type DisasterState, disasterState } from './disaster-state.ts';

/** A store of the state as text. There are two, so that losing one does no harm. */
export interface DisasterStore {
  /** @returns null if nothing was ever written */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

/** Where the state is stored, and where acts are audited. */
export interface DisasterStores {
  /** A file beside the database, which survives the loss of the database. */
  readonly file: DisasterStore;
  /** Null while the database is unavailable. */
  readonly database: DisasterStore | null;
  /** The memory of the running service, for a command on the same machine: on a full disk it is the only store. */
  readonly service?: DisasterStore | null;
  /** Null while the database is unavailable. */
  readonly audit: ((entry: NewAuditEntry<string>) => Promise<void>) | null;
}

/** What was read, and what went wrong. */
interface StateRead {
  /** The newest state of all stores; null if none has one. */
  readonly state: DisasterState | null;
  /** The revision in each store; 0 if it has none or cannot be read. */
  readonly revisions: ReadonlyMap<DisasterStore, number>;
  readonly failures: readonly unknown[];
}

/** Reads all stores; the highest revision counts. What cannot be read or parsed counts as absent. */
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
      const state = disasterState.parse(JSON.parse(text));
      revisions.set(store, state.revision);
      if (newest === null || state.revision > newest.revision) newest = state;
    } catch (error) {
      failures.push(error);
    }
  }
  return { state: newest, revisions, failures };
}

/** Whether it was saved anywhere, and what went wrong. */
export interface StateSaved {
  readonly isSaved: boolean;
  /** Without the entries that are in the audit now. */
  readonly state: DisasterState;
  readonly failures: readonly unknown[];
}

/** Writes pending entries into the audit and the state into all stores; each may fail without the others. */
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
  const written = await writeState([stores.file, stores.database, stores.service ?? null], rest);
  return { isSaved: written.isSaved, state: rest, failures: [...failures, ...written.failures] };
}

/** Writes the state into some stores; each may fail without the others. */
export async function writeState(
  stores: readonly (DisasterStore | null)[],
  state: DisasterState,
): Promise<Omit<StateSaved, 'state'>> {
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
