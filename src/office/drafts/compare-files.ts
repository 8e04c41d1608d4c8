import { fingerprint } from '../../words/fingerprint.ts';
import type { DraftText } from './draft-text.ts';
import type { TakenOver } from './take-over.ts';

/** A text that is not the same in the prompts folder and in the draft. */
export interface Difference {
  readonly language: string;
  readonly prompt: string;
}

/** How the prompts folder differs from the draft: its texts, and whether what all languages share does. */
export interface FilesCompared {
  readonly texts: readonly Difference[];
  readonly isLineDifferent: boolean;
}

/** Looks for differences, which are told and never resolved silently. */
export function compareFiles(
  kept: Pick<TakenOver, 'line' | 'texts'>,
  files: Pick<TakenOver, 'line' | 'texts'>,
): FilesCompared {
  const byPlace = ({ texts }: Pick<TakenOver, 'texts'>) =>
    new Map(texts.map((text) => [`${text.language} ${text.prompt}`, text]));
  const [one, other] = [byPlace(kept), byPlace(files)];
  const words = (text: DraftText | undefined) => fingerprint(text?.sentences ?? []);
  const places = [...new Set([...one.keys(), ...other.keys()])].filter(
    (place) => words(one.get(place)) !== words(other.get(place)),
  );
  return {
    texts: places.map((place) => {
      const [language = '', prompt = ''] = place.split(' ');
      return { language, prompt };
    }),
    isLineDifferent: JSON.stringify(kept.line.file) !== JSON.stringify(files.line.file),
  };
}
