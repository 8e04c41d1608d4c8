import type { TextRef } from '../../../call/step.ts';
import { telephoneRate } from '../../../sound/mu-law.ts';
import { readSealed } from '../../../sound/seal.ts';
import { splitNarration } from '../../../sound/split-narration.ts';
import { AudioFileError, readMuLawWav } from '../../../sound/wav.ts';
import type { SpokenNarration, SpokenSentence } from '../../../speech/narration.ts';
import { implausibleLength } from '../../../speech/plausible-length.ts';
import type { Draft } from '../../../words/draft.ts';
import { requiredPromptsIn } from '../../../words/prompt-ids.ts';
import type { EditionContent } from '../edition-content.ts';
import { speakText } from '../speak-text.ts';
import type { SoundFile } from './unpack-sounds.ts';

/**
 * Why a file is not taken in. `too-long`: the file is too long to be a sound, or damaged in its ZIP. `not-a-sound`: the
 * file is not a WAV file of telephone sound. `unknown-name`: the file's name contains no prompt's id. `other-sound`:
 * the file's seal or pauses fit no sound that a text with this name has here. Either the words, a value or the voice
 * are different, or the file was changed. `implausible`: the length of a sentence does not fit its words.
 */
export type WhyNotTaken = 'too-long' | 'not-a-sound' | 'unknown-name' | 'other-sound' | 'implausible';

/** A file that is the sound of one of this office's texts, cut into sentences. */
export interface MatchedSound {
  readonly ref: TextRef;
  readonly narration: SpokenNarration;
  readonly sentences: readonly { readonly spoken: SpokenSentence; readonly codes: Uint8Array }[];
}

interface Known {
  /** The draft, and what callers hear now. */
  readonly drafts: readonly Draft[];
  readonly engine: EditionContent['engine'];
}

/**
 * Creates a function that finds out which sound a file is. In each draft, the function first tries the languages whose
 * tag is in the file's name, and the language of the last sound that it recognised. Most archives have one language, so
 * this saves time.
 */
export function createSoundMatcher({ drafts, engine }: Known): (file: SoundFile) => MatchedSound | WhyNotTaken {
  const prompts = new Set(
    drafts.flatMap(({ line }) => line.languages.flatMap(({ tag }) => requiredPromptsIn(line, tag))),
  );
  let last = '';

  const sealedAs = (bytes: Uint8Array, { key }: SpokenNarration): boolean => {
    try {
      readSealed(bytes, key);
      return true;
    } catch (error) {
      if (error instanceof AudioFileError) return false;
      throw error;
    }
  };

  return ({ name, bytes }) => {
    if (bytes === null) return 'too-long';
    if (!isSound(bytes)) return 'not-a-sound';
    const path = name.split(/[\\/]/);
    const words = (path.at(-1) ?? '').replace(/\.wav$/i, '').split(/\s+/);
    const named = [...prompts].filter((prompt) => words.includes(prompt));
    if (named.length === 0) return 'unknown-name';
    const speeds = path.includes(slowFolder) ? [true, false] : [false, true];
    for (const draft of drafts) {
      const tags = draft.line.languages.map(({ tag }) => tag).toSorted((one, other) => rank(one) - rank(other));
      for (const slow of speeds) {
        for (const ref of tags.flatMap((language) => named.map((prompt) => ({ language, prompt })))) {
          const narration = speakText(draft, engine, ref, slow)?.narration;
          if (!narration || !sealedAs(bytes, narration)) continue;
          last = ref.language;
          return takeApart(bytes, ref, narration);
        }
      }
    }
    return 'other-sound';

    function rank(tag: string): number {
      return tag === last || words.includes(tag) ? 0 : 1;
    }
  };
}

/** The folder for slow sounds in an archive. */
export const slowFolder = 'slow';

function isSound(bytes: Uint8Array): boolean {
  try {
    return readMuLawWav(bytes).length > 0;
  } catch (error) {
    if (error instanceof AudioFileError) return false;
    throw error;
  }
}

/**
 * Cuts a file into sentences. A file with a sentence that is much too short or too long for its words is refused,
 * because the sound would be stored and played from then on.
 */
function takeApart(bytes: Uint8Array, ref: TextRef, narration: SpokenNarration): MatchedSound | WhyNotTaken {
  const { parts, lead } = narration;
  const shape = parts.map((part) => (typeof part === 'number' ? part : null));
  const codes = splitNarration(bytes, shape, lead);
  if (!codes) return 'other-sound';
  const spoken = parts.filter((part): part is SpokenSentence => typeof part !== 'number');
  const sentences = spoken.flatMap((each, index) => {
    const own = codes[index];
    return own ? [{ spoken: each, codes: own }] : [];
  });
  const isPlausible = sentences.every(
    ({ spoken: { request }, codes: own }) => implausibleLength(request, own.length / telephoneRate) === null,
  );
  return isPlausible ? { ref, narration, sentences } : 'implausible';
}
