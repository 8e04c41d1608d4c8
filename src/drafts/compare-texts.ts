import type { LanguageTag } from '../call/line.ts';
import { parseSentence, type TemplatePart } from '../prompts/sentence-template.ts';
import { type Aligned, align } from './align.ts';

/** One sentence of a comparison, as stretches of words that stayed, went or came. */
export type ComparedSentence = readonly Aligned[];

/** Below this share of common characters two sentences are two sentences, and not one that was changed. */
const likeness = 0.3;

/** What has changed between two versions of a text: whole sentences first, and the words of those that were changed. */
export function compareTexts(
  language: LanguageTag,
  before: readonly string[],
  after: readonly string[],
): ComparedSentence[] {
  const compared: ComparedSentence[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    compared.push(...compareGap(language, removed, added));
    removed = [];
    added = [];
  };
  for (const sentence of align(before, after)) {
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

/** Sentences that stood between two that stayed: those that are alike are told as changed, in their order. */
function compareGap(
  language: LanguageTag,
  removed: readonly string[],
  added: readonly string[],
): readonly ComparedSentence[] {
  const [old, ...oldRest] = removed;
  const [fresh, ...freshRest] = added;
  if (old === undefined) return added.map((text) => [{ kind: 'added', text }]);
  if (fresh === undefined) return removed.map((text) => [{ kind: 'removed', text }]);
  const words = joinStretches(align(wordsOf(language, old), wordsOf(language, fresh)));
  if (isLike(words, old, fresh)) return [words, ...compareGap(language, oldRest, freshRest)];
  return removed.length >= added.length
    ? [[{ kind: 'removed', text: old }], ...compareGap(language, oldRest, added)]
    : [[{ kind: 'added', text: fresh }], ...compareGap(language, removed, freshRest)];
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
