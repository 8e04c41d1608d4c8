import type { LanguageTag } from '../../call/line.ts';
import { type DisasterState, promptsOf, type SwitchedOn } from './disaster-state.ts';

/**
 * The languages in which all of these prompts are approved, with the very words and sounds that callers would hear now.
 * @throws StorageError when nobody can look
 */
export type ApprovedLanguages = (prompts: readonly string[]) => Promise<readonly LanguageTag[]>;

/**
 * Looks up again in which languages a notice may be said: somebody may have approved one meanwhile.
 * @returns the next state; null when nothing is different
 * @throws StorageError when nobody can look
 */
export async function withApproved(state: DisasterState, approved: ApprovedLanguages): Promise<DisasterState | null> {
  const look = async (notice: SwitchedOn | null): Promise<SwitchedOn | null> =>
    notice && { ...notice, languages: [...(await approved(promptsOf(notice)))] };
  const [on, drill] = [await look(state.on), await look(state.drill)];
  const isSame = isAlike(on, state.on) && isAlike(drill, state.drill);
  return isSame ? null : { ...state, revision: state.revision + 1, on, drill };
}

const isAlike = (one: SwitchedOn | null, other: SwitchedOn | null): boolean =>
  one?.languages?.join() === other?.languages?.join();
