import { parseSentence } from '../../words/sentence-template.ts';

/** A suggested reading for kanji that have none, taken from other texts. A person decides whether to use it. */
export interface SuggestedReading {
  /** The whole run of kanji, as it appears in the text. */
  readonly written: string;
  /** The run of kanji with the known readings added. */
  readonly suggestion: string;
  /** Prompts that use the readings in the suggestion: one for each reading, without duplicates. */
  readonly from: readonly string[];
}

/** The texts from which readings are learnt. */
export type TextsByPrompt = Iterable<readonly [prompt: string, sentences: readonly string[]]>;

/** Matches a run of kanji: kanji that follow each other directly, with the repetition mark 々 among them. */
const kanjiRun = /\p{Script=Han}[\p{Script=Han}々]*/gu;

/** A reading that the texts use. */
export interface KnownReading {
  readonly reading: string;
  /** A prompt that uses the reading. */
  readonly from: string;
  /** How often the reading occurs in total. */
  count: number;
  /** How often the reading occurs before each next character, which distinguishes 行く from 行う. */
  readonly before: Map<string, number>;
}

/**
 * Suggests readings for kanji that have none, once for each run of kanji. A run is divided into words with known
 * readings, the longest possible word first. There is no suggestion for a run that known words do not cover. There is
 * none either if a single kanji of a longer run would be read by itself, because its reading depends on the word: 書 is
 * read differently in 書留.
 *
 * If a word has several readings, the one that occurs most often before the same next character is used. If several
 * occur equally often there, the one that occurs most often in total is used.
 */
export function suggestReadings(sentences: readonly string[], others: TextsByPrompt): SuggestedReading[] {
  const known = learn(others);
  const longest = Math.max(0, ...[...known.keys()].map((text) => text.length));
  const runs = sentences.flatMap((sentence) => {
    const texts = parseSentence(sentence).flatMap((part) => (part.kind === 'text' ? [part.text] : []));
    return texts.flatMap((text) =>
      [...text.matchAll(kanjiRun)].map(({ 0: run, index }) => ({ run, next: text[index + run.length] ?? '' })),
    );
  });
  const each = new Map(runs.map((one) => [one.run, one]));
  return [...each.values()].flatMap(({ run, next }) => suggest(run, next, known, longest) ?? []);
}

/** Collects every reading in the texts, by the written word to which it belongs. */
export function learn(texts: TextsByPrompt): Map<string, KnownReading[]> {
  const known = new Map<string, KnownReading[]>();
  for (const [prompt, sentences] of texts) {
    for (const parts of sentences.map(parseSentence)) {
      for (const [index, part] of parts.entries()) {
        if (part.kind !== 'reading' || part.reading === '') continue;
        const readings = known.get(part.text) ?? [];
        const same = readings.find(({ reading }) => reading === part.reading);
        const one = same ?? { reading: part.reading, from: prompt, count: 0, before: new Map<string, number>() };
        const following = parts[index + 1];
        const next = following?.kind === 'text' ? (following.text[0] ?? '') : '';
        one.count += 1;
        one.before.set(next, (one.before.get(next) ?? 0) + 1);
        if (!same) known.set(part.text, [...readings, one]);
      }
    }
  }
  return known;
}

function suggest(
  run: string,
  next: string,
  known: ReadonlyMap<string, readonly KnownReading[]>,
  longest: number,
): SuggestedReading | null {
  const from = new Set<string>();
  let suggestion = '';
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longest, run.length - at);
    while (length > 0 && !known.has(run.slice(at, at + length))) length -= 1;
    const isWord = length > 1 || length === run.length;
    if (length === 0 || !isWord) return null;
    const text = run.slice(at, at + length);
    const following = run[at + text.length] ?? next;
    const [best] = (known.get(text) ?? []).toSorted(
      (one, other) => (other.before.get(following) ?? 0) - (one.before.get(following) ?? 0) || other.count - one.count,
    );
    if (!best) return null;
    suggestion += `{${text}|${best.reading}}`;
    from.add(best.from);
    at += text.length;
  }
  return { written: run, suggestion, from: [...from] };
}
