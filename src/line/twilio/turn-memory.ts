/** More different turns than a line has in a busy minute; beyond it the memory begins anew. */
const most = 5000;

/**
 * Remembers answers within one minute of one edition. A turn is a pure function and most callers take the same few ways:
 * what one has heard need not be worked out again for the next.
 */
export interface TurnMemory<Answer> {
  /** Forgets everything first when another minute or another edition has begun. */
  find(minute: number, current: object, key: string): Answer | undefined;
  /** Belongs to the minute and the edition that `find` was last asked about. */
  keep(key: string, answer: Answer): void;
}

export function createTurnMemory<Answer>(): TurnMemory<Answer> {
  const answers = new Map<string, Answer>();
  let within: number | undefined;
  let of: object | undefined;
  return {
    find(minute, current, key) {
      if (minute !== within || current !== of) {
        answers.clear();
        within = minute;
        of = current;
      }
      return answers.get(key);
    },
    keep(key, answer) {
      if (answers.size >= most) answers.clear();
      answers.set(key, answer);
    },
  };
}
