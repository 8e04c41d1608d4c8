import type { LanguageTag } from '../../call/line.ts';
import { type DisasterState, promptsOf, type SwitchedOn } from './disaster-state.ts';

/**
 * The languages in which all of these prompts are approved, with exactly the words and sounds that callers would hear
 * now.
 * @throws StorageError if the database cannot be read
 */
export type ApprovedLanguages = (prompts: readonly string[]) => Promise<readonly LanguageTag[]>;

/**
 * Looks up again in which languages the notices of a state may be said, because approvals may have changed since the
 * last time.
 * @returns the next state; null if the languages are the same
 * @throws StorageError if the database cannot be read
 */
export async function withApproved(state: DisasterState, approved: ApprovedLanguages): Promise<DisasterState | null> {
  const look = async (notice: SwitchedOn | null): Promise<SwitchedOn | null> =>
    notice && { ...notice, languages: [...(await approved(promptsOf(notice)))] };
  const on = await look(state.on);
  const drill = await look(state.drill);
  const isSame = hasSameLanguages(on, state.on) && hasSameLanguages(drill, state.drill);
  return isSame ? null : { ...state, revision: state.revision + 1, on, drill };
}

const hasSameLanguages = (one: SwitchedOn | null, other: SwitchedOn | null): boolean =>
  one?.languages?.join() === other?.languages?.join();
