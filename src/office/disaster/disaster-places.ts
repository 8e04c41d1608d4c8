import type { NewAuditEntry } from '../staff/audit-entry.ts';
import { type DisasterState, disasterState } from './disaster-state.ts';

/** One place where the state is kept as text; there are two, so that losing one changes nothing. */
export interface DisasterPlace {
  /** @returns null when nothing was ever written */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

/** Where the state is kept, and where it is written down what was done. */
export interface DisasterPlaces {
  /** A file beside the database: whoever has lost the database still has it. */
  readonly file: DisasterPlace;
  /** Null while the database cannot be had. */
  readonly database: DisasterPlace | null;
  /** What the running service has in memory, for a command beside it: on a full disk it is the only place. */
  readonly service?: DisasterPlace | null;
  /** Null while the database cannot be had. */
  readonly audit: ((entry: NewAuditEntry<string>) => Promise<void>) | null;
}

/** What was read, and what went wrong meanwhile. */
export interface StateRead {
  /** The newest of all places; null when none has one. */
  readonly state: DisasterState | null;
  /** Which revision each place has; 0 where it has nothing, or nothing that can be read. */
  readonly revisions: ReadonlyMap<DisasterPlace, number>;
  readonly failures: readonly unknown[];
}

/** Reads all places; the higher revision is right. What cannot be read, or is not ours, counts as not there. */
export async function readState({ file, database, service = null }: DisasterPlaces): Promise<StateRead> {
  const failures: unknown[] = [];
  const revisions = new Map<DisasterPlace, number>();
  let newest: DisasterState | null = null;
  for (const place of [file, database, service]) {
    if (!place) continue;
    revisions.set(place, 0);
    try {
      const text = await place.read();
      if (text === null) continue;
      const state = disasterState.parse(JSON.parse(text));
      revisions.set(place, state.revision);
      if (newest === null || state.revision > newest.revision) newest = state;
    } catch (error) {
      failures.push(error);
    }
  }
  return { state: newest, revisions, failures };
}

/** Whether it is kept anywhere, and what went wrong. */
export interface StateKept {
  readonly isKept: boolean;
  /** Without what is in the audit now. */
  readonly state: DisasterState;
  readonly failures: readonly unknown[];
}

/** Writes what is open into the audit, and the state into both places; each may fail without the others. */
export async function keepState(places: DisasterPlaces, state: DisasterState): Promise<StateKept> {
  const failures: unknown[] = [];
  let { unaudited } = state;
  for (const entry of state.unaudited) {
    try {
      if (!places.audit) break;
      await places.audit(entry);
      unaudited = unaudited.filter((each) => each !== entry);
    } catch (error) {
      failures.push(error);
      break;
    }
  }
  const rest: DisasterState = { ...state, unaudited };
  const written = await writeState([places.file, places.database, places.service ?? null], rest);
  return { isKept: written.isKept, state: rest, failures: [...failures, ...written.failures] };
}

/** Writes the state into some places; each may fail without the others. */
export async function writeState(
  places: readonly (DisasterPlace | null)[],
  state: DisasterState,
): Promise<Omit<StateKept, 'state'>> {
  const failures: unknown[] = [];
  const text = JSON.stringify(state);
  let isKept = false;
  for (const place of places) {
    try {
      if (!place) continue;
      await place.write(text);
      isKept = true;
    } catch (error) {
      failures.push(error);
    }
  }
  return { isKept, failures };
}
