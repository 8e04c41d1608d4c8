/** Where a value stands in `line.yaml`, as text. */
export const placeOfPath = (path: readonly PropertyKey[]): string => path.map(String).join('/');

/** The path that was written. */
export const readPlaceOfPath = (place: string): (string | number)[] =>
  place.split('/').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Where a prompt or one of its sentences stands, as text. */
export const placeOfPrompt = (prompt: string, sentence?: number): string =>
  sentence === undefined ? prompt : `${prompt}#${sentence}`;

/** What a place in a language's file is: a prompt, and perhaps one of its sentences. */
export function readPlaceOfPrompt(place: string): { readonly prompt: string; readonly sentence: number | null } {
  const [prompt = '', sentence] = place.split('#');
  return { prompt, sentence: sentence === undefined ? null : Number(sentence) };
}

/**
 * Findings name a file and a line. A draft in the database has no lines, so its places are numbered as rules ask for them,
 * and found again by their numbers.
 */
export class Places {
  readonly #numbers = new Map<string, number>();
  readonly #places: string[] = [];

  /** Gives several places one number, as if they stood on one line. */
  join(places: readonly string[]): number {
    const [first = ''] = places;
    const number = this.number(first);
    for (const place of places) this.#numbers.set(place, number);
    return number;
  }

  number(place: string): number {
    const known = this.#numbers.get(place);
    if (known !== undefined) return known;
    this.#places.push(place);
    this.#numbers.set(place, this.#places.length);
    return this.#places.length;
  }

  /** @returns null for a number that was never given */
  place(number: number): string | null {
    return this.#places[number - 1] ?? null;
  }
}
