import { ledgerOf, type Marks } from '../../office/drafts/ledger.ts';
import { type OpenText, pathOfText } from './open-text.ts';

/** Where one goes from a text: addresses, or null where there is nothing. */
export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
  /** The next translation of this language that is stale, from here on and then from the beginning. */
  readonly nextStale: string | null;
}

/** The texts around one in the ledger's order, as far as its language has or needs them. */
export function neighboursOf({ now, language, prompt }: OpenText, marks: Marks): Neighbours {
  const column = ledgerOf(now, marks).flatMap((row) => {
    const state = row.states.get(language) ?? null;
    const isOnTheWay = row.isUsed && state !== null;
    return !isOnTheWay && row.prompt !== prompt ? [] : [{ prompt: row.prompt, state }];
  });
  const here = column.findIndex((each) => each.prompt === prompt);
  const address = (found: { readonly prompt: string } | undefined) =>
    found ? `/console${pathOfText(language, found.prompt)}` : null;
  const after = column.slice(here + 1);
  const before = column.slice(0, Math.max(0, here));
  return {
    previous: address(before.at(-1)),
    next: address(after[0]),
    nextStale: address([...after, ...before].find(({ state }) => state === 'stale')),
  };
}
