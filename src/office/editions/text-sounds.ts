import type { TextRef } from '../../call/step.ts';
import type { AudioStore } from '../../sound/audio-store.ts';
import { SpeechError } from '../../speech/engine.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { Draft } from '../../words/draft.ts';
import type { EditionContent } from './edition-content.ts';
import { speakText } from './speak-text.ts';

/** Sounds of saved texts as files, for listening outside the console. */
export interface TextSounds {
  /**
   * What callers would hear of one text, as a WAV file, at normal speed unless `slow` is true. A sound that does not
   * exist yet is synthesized first.
   * @returns null if the text has no words, or a placeholder that has no value
   * @throws SpeechError when the text cannot be spoken
   */
  wav(draft: Draft, ref: TextRef, slow?: boolean): Promise<Uint8Array | null>;
}

interface TextSoundParts {
  readonly engine: EditionContent['engine'];
  readonly narrator: SpeakingNarrator;
  readonly cache: Pick<AudioStore, 'read'>;
}

export const createTextSounds = ({ engine, narrator, cache }: TextSoundParts): TextSounds => ({
  async wav(draft, ref, slow = false) {
    const script = speakText(draft, engine, ref, slow);
    if (!script) return null;
    await narrator.ensure(script.narration);
    const bytes = await cache.read(script.narration.key);
    if (!bytes)
      throw new SpeechError({
        ja: '音声を作りましたが、そのファイルが音声キャッシュから消えました。',
        en: 'The sound was made, but its file has disappeared from the audio cache.',
      });
    return bytes;
  },
});
