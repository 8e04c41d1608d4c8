import { setImmediate } from 'node:timers/promises';
import type { LanguageTag } from '../../call/line.ts';
import { parseSentence, type TemplatePart } from '../../words/sentence-template.ts';
import { type Aligned, align } from './align.ts';

/** One sentence of a comparison, as stretches of words that stayed, went or came. */
export type ComparedSentence = readonly Aligned[];

/** Below this share of common characters two sentences are two sentences, and not one that was changed. */
const likeness = 0.3;

/**
 * What one comparison may cost: pairs of pieces that are held against each other, some milliseconds of them, and characters of
 * a sentence that is divided into words. No text that can be published comes near; what exceeds it is told as whole sentences
 * that went and came.
 */
export const comparing = { pairs: 1_000_000, characters: 1000 } as const;

/** The words of two sentences with what became of them, or null where they are not to be compared. */
type CompareWords = (old: string, fresh: string) => readonly Aligned[] | null;

/** What has changed between two versions of a text: whole sentences first, and the words of those that were changed. */
export function compareTexts(
  language: LanguageTag,
  before: readonly string[],
  after: readonly string[],
): ComparedSentence[] {
  let pairsLeft = comparing.pairs;
  const alignWithin = (old: readonly string[], fresh: readonly string[]): Aligned[] | null => {
    pairsLeft -= old.length * fresh.length;
    return pairsLeft < 0 ? null : align(old, fresh);
  };
  const words = new Map<string, string[]>();
  const divide = (sentence: string): string[] => {
    const divided = words.get(sentence) ?? wordsOf(language, sentence);
    words.set(sentence, divided);
    return divided;
  };
  const compareWords: CompareWords = (old, fresh) => {
    if (pairsLeft < 0 || Math.max(old.length, fresh.length) > comparing.characters) return null;
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

/** Compares many texts, one after the other, and gives way to calls after each. */
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

/** Sentences that stood between two that stayed: those that are alike are told as changed, in their order. */
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
    if (words && isLike(words, old, fresh)) {
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

function isLike(words: readonly Aligned[], old: string, fresh: string): boolean {
  const common = words.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return common >= likeness * Math.max(old.length, fresh.length);
}

const written = (part: TemplatePart): string => {
  if (part.kind === 'place') return `{{${part.name}}}`;
  return part.kind === 'reading' ? `{${part.text}|${part.reading}}` : part.text;
};

/** Words as the language divides them; a reading and a place are one word each. */
function wordsOf(language: LanguageTag, sentence: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return parseSentence(sentence).flatMap((part) =>
    part.kind === 'text' ? [...segmenter.segment(part.text)].map(({ segment }) => segment) : [written(part)],
  );
}

/**
 * Neighbours of one kind become one; within a change, what was removed comes before what was added. A space between two
 * changes that stayed belongs to both, so that a phrase is told as one.
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
