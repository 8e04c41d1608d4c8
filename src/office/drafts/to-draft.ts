import { byName } from '../../words/by-name.ts';
import type { Draft } from '../../words/draft.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { DraftReason, DraftText } from './draft-text.ts';

/**
 * Combines the line and the newest revision of every text into the draft that checks and editions work on. Emptied
 * texts are left out. A language counts as reviewed by a native reader if it has texts and all of them were reviewed.
 */
export function toDraft(line: LineFile, texts: readonly DraftText[], reasons: readonly DraftReason[]): Draft {
  const byLanguage = Map.groupBy(
    texts.filter(({ sentences }) => sentences.length > 0),
    ({ language }) => language,
  );
  const words = new Map(
    line.languages.map(({ tag }) => {
      const own = byLanguage.get(tag) ?? [];
      const reviewed = own.length > 0 && own.every(({ isReviewed }) => isReviewed);
      return [tag, { reviewed, prompts: byName(own.map(({ prompt, sentences }) => [prompt, sentences])) }];
    }),
  );
  return { line, words, reasons };
}
