import type { Edition } from './edition.ts';

/** What stands on a shelf. */
export interface Shelved {
  readonly id: string;
  /** Called when another edition goes live: few calls are on it from then on. */
  forgetScripts(): void;
}

/** The editions that calls may still be on. */
export interface EditionShelf<Each extends Shelved = Edition> {
  /** What a call that begins now hears. */
  readonly current: Each;
  /** The edition on which a call began; the current one when it is gone. */
  find(id: string): Each;
  /** Makes an edition the current one at once; calls in progress stay on theirs. */
  publish(edition: Each): void;
  /** Puts an earlier edition beside the current one, for calls that began on it before a restart. */
  remember(edition: Each): void;
  /** Settles when another edition has become the current one. */
  published(): Promise<void>;
}

/** How many earlier editions are kept for calls in progress. */
export const keptEditions = 8;

export function createEditionShelf<Each extends Shelved>(first: Each): EditionShelf<Each> {
  let editions = [first];
  let next = Promise.withResolvers<void>();
  const others = (edition: Each) => editions.filter(({ id }) => id !== edition.id);
  return {
    get current() {
      return editions[0] ?? first;
    },
    find: (id) => editions.find((edition) => edition.id === id) ?? editions[0] ?? first,
    publish(edition) {
      const [before] = editions;
      editions = [edition, ...others(edition)].slice(0, keptEditions + 1);
      // Few calls are on it still, and each of them needs few of its turns.
      if (before !== edition) before?.forgetScripts();
      next.resolve();
      next = Promise.withResolvers();
    },
    remember(edition) {
      if (others(edition).length === editions.length) editions = [...editions, edition].slice(0, keptEditions + 1);
    },
    published: () => next.promise,
  };
}
