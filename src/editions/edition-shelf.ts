import type { Edition } from './edition.ts';

/** The editions that calls may still be on. */
export interface EditionShelf {
  /** What a call that begins now hears. */
  readonly current: Edition;
  /** The edition on which a call began; the current one when it is gone. */
  find(id: string): Edition;
  /** Makes an edition the current one at once; calls in progress stay on theirs. */
  publish(edition: Edition): void;
}

/** How many earlier editions are kept for calls in progress. */
const kept = 8;

export function createEditionShelf(first: Edition): EditionShelf {
  let editions = [first];
  return {
    get current() {
      return editions[0] ?? first;
    },
    find: (id) => editions.find((edition) => edition.id === id) ?? editions[0] ?? first,
    publish(edition) {
      editions = [edition, ...editions.filter(({ id }) => id !== edition.id)].slice(0, kept + 1);
    },
  };
}
