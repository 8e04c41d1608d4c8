import type { LanguageTag } from '../call/line.ts';
import type { Segment } from '../words/segment.ts';
import type { Piece } from './engine.ts';
import { type NumberPace, readFact } from './reading-rules/read-fact.ts';

/**
 * Converts a sentence to pieces for an engine. Facts become words of the language. Adjacent words at the same rate
 * become one piece, so that an engine can give them one intonation.
 * @param pace how telephone numbers are spoken; `slow` if absent
 */
export function toPieces(language: LanguageTag, segments: readonly Segment[], pace?: NumberPace): Piece[] {
  return segments.flatMap((segment) => read(language, segment, pace)).reduce<Piece[]>(append, []);
}

function read(language: LanguageTag, segment: Segment, pace?: NumberPace): Piece[] {
  switch (segment.kind) {
    case 'text':
      return [{ kind: 'words', text: segment.text, rate: 'normal' }];
    case 'reading':
      return [segment];
    case 'fact':
      return readFact(language, segment.value, pace);
  }
}

type Words = Extract<Piece, { kind: 'words' }>;

function append(pieces: Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1);
  if (piece.kind !== 'words') return [...pieces, piece];
  if (last?.kind !== 'words') return piece.text === '' ? pieces : [...pieces, piece];
  return [
    ...pieces.slice(0, -1),
    ...(last.rate === piece.rate ? [joined(last, piece)] : attachPunctuation(last, piece)),
  ];
}

/** Joins two pieces of the same rate. Two numbers are separated by a space. */
function joined(last: Words, { text, rate }: Words): Words {
  return { ...last, text: rate === 'number' ? `${last.text} ${text}` : last.text + text };
}

/**
 * Moves the punctuation after a number into the piece of the number. At the beginning of the next piece, an engine
 * might read the punctuation aloud, or might not end the sentence there.
 */
function attachPunctuation(last: Words, next: Words): Words[] {
  const mark = last.rate === 'number' ? (/^[^\p{L}\p{N}\p{Ps}\p{Pi}\s]*/u.exec(next.text)?.[0] ?? '') : '';
  const rest = next.text.slice(mark.length);
  return [{ ...last, text: last.text + mark }, ...(rest.trim() === '' ? [] : [{ ...next, text: rest }])];
}
