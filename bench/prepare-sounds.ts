import { openNarrator } from '../src/edition/narrator.ts';
import { createEdition, type Edition } from '../src/office/editions/edition.ts';
import { type Progress, prepareAudio } from '../src/office/editions/prepare-audio.ts';
import { createFileAudioStore } from '../src/sound/file-audio-store.ts';
import type { SpeechEngine } from '../src/speech/engine.ts';
import { EspeakEngine } from '../src/speech/engines/espeak/espeak-engine.ts';
import { createSentenceStudio, type SentenceStudio } from '../src/speech/sentence-studio.ts';
import { readPrompts } from './draft.ts';

/** The bundled edition with every sound there. */
export interface Sounds {
  readonly edition: Edition;
  readonly studio: SentenceStudio;
}

/**
 * Renders whatever is missing in a cache folder; seconds when it is full, a minute or two when it
 * is empty.
 * @param report called after each narration while something is rendered
 * @param engine who speaks; the embedded voice unless told otherwise
 * @throws the first reason why something could not be spoken
 */
export async function prepareSounds(
  promptsFolder: string,
  audioCacheFolder: string,
  report: (progress: Progress) => void,
  engine: SpeechEngine = new EspeakEngine(),
): Promise<Sounds> {
  try {
    const store = createFileAudioStore(audioCacheFolder);
    const studio = createSentenceStudio(engine, store);
    const edition = createEdition(await readPrompts(promptsFolder), engine);
    const [failure] = await prepareAudio(edition, await openNarrator(store, studio), (progress) => {
      if (studio.spokenCount > 0) report(progress);
    });
    if (failure) throw failure;
    return { edition, studio };
  } finally {
    await engine.close();
  }
}
