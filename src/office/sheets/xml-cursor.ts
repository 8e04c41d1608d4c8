/** A tag as written in a document. */
type ReadTag =
  | { readonly kind: 'end'; readonly name: string }
  | {
      readonly kind: 'start' | 'empty';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    };

const isBlank = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';
const endsName = (character: string): boolean => isBlank(character) || '/>="\'<&'.includes(character);

/**
 * Reads a text from beginning to end. The cursor only moves forwards, so that no malformed document can make it examine
 * the same characters again and again. It counts the examined characters, so that tests can verify this.
 */
export class XmlCursor {
  readonly #xml: string;
  #at = 0;
  #steps = 0;

  constructor(xml: string) {
    this.#xml = xml;
  }

  /** Number of characters examined so far. */
  get steps(): number {
    return this.#steps;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#xml.length;
  }

  /** Moves past a text if this text comes next; otherwise returns false. */
  skip(text: string): boolean {
    this.#steps += text.length;
    if (!this.#xml.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** Moves past the next occurrence of a text; returns false if there is none within `longest` characters. */
  passAfter(text: string, longest: number): boolean {
    const length = this.#distanceTo(text);
    if (this.#at + length >= this.#xml.length || length > longest) return false;
    this.#at += length + text.length;
    return true;
  }

  /** Moves to the next occurrence of a character, or to the end, and returns the text before it. */
  textBefore(character: string): string {
    return this.#take(this.#distanceTo(character));
  }

  /**
   * Reads the tag that begins at the current position.
   * @param longest maximum length in characters
   */
  readTag(longest: number): ReadTag | 'malformed' | 'too-large' {
    const from = this.#at;
    this.#at += 1;
    if (this.skip('/')) {
      const name = this.#name(longest);
      this.#blanks(longest);
      return this.#at - from > longest ? 'too-large' : this.skip('>') ? { kind: 'end', name } : 'malformed';
    }
    const name = this.#name(longest);
    const attributes = new Map<string, string>();
    for (;;) {
      const hadBlanks = this.#blanks(longest);
      if (this.#at - from > longest) return 'too-large';
      if (this.skip('>')) return { kind: 'start', name, attributes };
      if (this.skip('/>')) return { kind: 'empty', name, attributes };
      const key = this.#name(longest);
      if (!hadBlanks || key === '' || attributes.has(key)) return 'malformed';
      this.#blanks(longest);
      if (!this.skip('=')) return 'malformed';
      this.#blanks(longest);
      const quote = this.skip('"') ? '"' : this.skip("'") ? "'" : null;
      if (quote === null) return 'malformed';
      const length = this.#distanceTo(quote);
      if (this.#at + length >= this.#xml.length) return 'malformed';
      if (length > longest) return 'too-large';
      const value = this.#take(length);
      if (value.includes('<')) return 'malformed';
      attributes.set(key, value);
      this.#at += 1;
    }
  }

  #name(longest: number): string {
    return this.#take(this.#run((character) => !endsName(character), longest));
  }

  #blanks(longest: number): boolean {
    return this.#take(this.#run(isBlank, longest)) !== '';
  }

  /** The number of consecutive matching characters. Counting stops at one more than `longest`. */
  #run(is: (character: string) => boolean, longest: number): number {
    let length = 0;
    while (length <= longest && this.#at + length < this.#xml.length && is(this.#xml[this.#at + length] ?? '')) {
      length += 1;
    }
    this.#steps += length + 1;
    return length;
  }

  #distanceTo(text: string): number {
    const next = this.#xml.indexOf(text, this.#at);
    const length = (next < 0 ? this.#xml.length : next) - this.#at;
    this.#steps += length + 1;
    return length;
  }

  #take(length: number): string {
    this.#at += length;
    return this.#xml.slice(this.#at - length, this.#at);
  }
}
