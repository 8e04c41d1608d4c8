import type { LineFile } from '../../../words/line-file.ts';
import type { DraftLine } from '../../drafts/draft-text.ts';
import type { TextPlace } from '../speak-text.ts';
import type { TextVoice } from './spoken-text.ts';
import { namesIn, spokenValues } from './spoken-values.ts';

/** A text of an edition: where it stands, its words, and the line it is spoken with. */
export interface LiveText {
  readonly place: TextPlace;
  readonly sentences: readonly string[];
  readonly line: LineFile;
}

/**
 * The newest revision of the line with which a text of an edition sounds as it does there: whoever changes what it speaks
 * later counts among the authors of what it then becomes.
 * @param lines the newest first
 * @returns 0 when there is none
 */
export function lineRevisionOf(
  { place, sentences, line }: LiveText,
  lines: readonly DraftLine[],
  engine: Pick<TextVoice, 'id'>,
): number {
  const names = namesIn(sentences);
  const values = spokenValues(line, engine, place, names);
  return lines.find(({ file }) => spokenValues(file, engine, place, names) === values)?.revision ?? 0;
}
