import type { Draft } from '../../../words/draft.ts';
import { requiredPromptsIn } from '../../../words/prompt-ids.ts';
import type { HashedText } from './approval.ts';
import type { TextHashes } from './text-hashes.ts';
import type { Verdicts } from './verdicts.ts';

/** Every text that callers of a line can reach, and that nobody has approved as it is. */
export function unapprovedIn({ line }: Pick<Draft, 'line'>, hashes: TextHashes, verdicts: Verdicts): HashedText[] {
  return line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(line, language).flatMap((prompt): HashedText[] => {
      const place = { language, prompt };
      const hash = hashes.find(place);
      return hash === null || verdicts.of(place, hash) === 'approved' ? [] : [{ ...place, hash }];
    }),
  );
}

/** Those among them that callers do not hear already. */
export const newAmong = (texts: readonly HashedText[], live: TextHashes | null): HashedText[] =>
  texts.filter((text) => live?.find(text) !== text.hash);
