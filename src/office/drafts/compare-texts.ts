import { setImmediate } from 'node:timers/promises';
import { diffArrays } from 'diff';
import type { LanguageTag } from '../../call/line.ts';
import { parseSentence, writtenPart } from '../../words/sentence-template.ts';

/** One piece of text, and whether it was kept, removed or added between two versions. */
interface Aligned {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One sentence of a comparison, divided into stretches of unchanged, removed or added words. */
export type ComparedSentence = readonly Aligned[];

/**
 * Two sentences count as one edited sentence if the characters that they have in common are at least this share of the
 * longer one.
 */
const minSimilarity = 0.3;

/**
 * Limits of one comparison. They keep a comparison to a few milliseconds. Usual texts stay far below them. Beyond the
 * limits, whole sentences are reported as removed and added.
 */
const limits = {
  /** Words removed and added between two sentences, or sentences removed and added between two texts. */
  edits: 200,
  /** Edits in the whole comparison. */
  totalEdits: 2000,
  /** Characters of a sentence that is divided into words. */
  characters: 1000,
} as const;

/** Compares two sentences word by word; returns null if the sentences exceed the limits. */
type CompareWords = (old: string, fresh: string) => readonly Aligned[] | null;

/** Compares two versions of a text by sentence, and edited sentences by word. */
export function compareTexts(
  language: LanguageTag,
  before: readonly string[],
  after: readonly string[],
): ComparedSentence[] {
  if (before.length === 0) return after.map(as('added'));
  if (after.length === 0) return before.map(as('removed'));
  let editsLeft: number = limits.totalEdits;
  /**
   * Aligns two lists with the fewest removed and added pieces. Removed pieces come before added ones. Returns null
   * beyond the limits, because the work grows with the square of the number of edits.
   */
  const alignWithin = (old: readonly string[], fresh: readonly string[]): Aligned[] | null => {
    const maxEditLength = Math.min(limits.edits, editsLeft);
    const aligned = diffArrays([...old], [...fresh], { maxEditLength })?.flatMap(({ value, removed, added }) => {
      const kind = removed ? 'removed' : added ? 'added' : 'same';
      return value.map((text) => ({ kind, text }) as const);
    });
    editsLeft -= aligned ? aligned.filter(({ kind }) => kind !== 'same').length : maxEditLength;
    return aligned ?? null;
  };
  const words = new Map<string, string[]>();
  const divide = (sentence: string): string[] => {
    const divided = words.get(sentence) ?? wordsOf(language, sentence);
    words.set(sentence, divided);
    return divided;
  };
  const compareWords: CompareWords = (old, fresh) => {
    if (editsLeft <= 0 || Math.max(old.length, fresh.length) > limits.characters) return null;
    const aligned = alignWithin(divide(old), divide(fresh));
    return aligned && joinStretches(aligned);
  };
  const sentences = alignWithin(before, after);
  if (!sentences) return [...before.map(as('removed')), ...after.map(as('added'))];
  const compared: ComparedSentence[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    compared.push(...compareGap(compareWords, removed, added));
    removed = [];
    added = [];
  };
  for (const sentence of sentences) {
    if (sentence.kind === 'removed') removed.push(sentence.text);
    else if (sentence.kind === 'added') added.push(sentence.text);
    else {
      settle();
      compared.push([sentence]);
    }
  }
  settle();
  return compared;
}

/** Two versions of one text. */
export interface TextVersions {
  readonly language: LanguageTag;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Compares many texts one after another, yielding to the event loop before each. */
export async function compareAll(texts: readonly TextVersions[]): Promise<ComparedSentence[][]> {
  const compared: ComparedSentence[][] = [];
  for (const { language, before, after } of texts) {
    await setImmediate();
    compared.push(compareTexts(language, before, after));
  }
  return compared;
}

const as =
  (kind: Aligned['kind']) =>
  (text: string): ComparedSentence => [{ kind, text }];

/**
 * Compares the removed and added sentences between two unchanged ones. Similar sentences are paired in order and
 * reported as edited.
 */
function compareGap(
  compareWords: CompareWords,
  removed: readonly string[],
  added: readonly string[],
): ComparedSentence[] {
  const compared: ComparedSentence[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [old, fresh] = [removed[i], added[j]];
    if (old === undefined || fresh === undefined) break;
    const words = compareWords(old, fresh);
    if (words && isSimilar(words, old, fresh)) {
      compared.push(words);
      i += 1;
      j += 1;
    } else if (removed.length - i >= added.length - j) {
      compared.push(as('removed')(old));
      i += 1;
    } else {
      compared.push(as('added')(fresh));
      j += 1;
    }
  }
  return [...compared, ...removed.slice(i).map(as('removed')), ...added.slice(j).map(as('added'))];
}

function isSimilar(words: readonly Aligned[], old: string, fresh: string): boolean {
  const common = words.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return common >= minSimilarity * Math.max(old.length, fresh.length);
}

/** Divides a sentence into words by the rules of its language. Each reading and each placeholder counts as one word. */
function wordsOf(language: LanguageTag, sentence: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return parseSentence(sentence).flatMap((part) =>
    part.kind === 'text' ? [...segmenter.segment(part.text)].map(({ segment }) => segment) : [writtenPart(part)],
  );
}

/**
 * Merges neighbouring pieces of the same kind. Within a change, removed words come before added ones. An unchanged
 * space between two changes counts as both removed and added, so that a changed phrase is shown as one change.
 */
function joinStretches(words: readonly Aligned[]): Aligned[] {
  const joined: Aligned[] = [];
  let [removed, added, space] = ['', '', ''];
  const keep = (text: string) => {
    if (text === '') return;
    const before = joined.at(-1);
    if (before?.kind === 'same') joined.splice(-1, 1, { kind: 'same', text: before.text + text });
    else joined.push({ kind: 'same', text });
  };
  const settle = () => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    keep(space);
    [removed, added, space] = ['', '', ''];
  };
  for (const { kind, text } of words) {
    if (kind === 'same') {
      if (text.trim() === '' && (removed || added)) space += text;
      else {
        settle();
        keep(text);
      }
    } else {
      removed += space;
      added += space;
      space = '';
      if (kind === 'removed') removed += text;
      else added += text;
    }
  }
  settle();
  return joined;
}
