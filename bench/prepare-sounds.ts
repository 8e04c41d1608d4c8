import { openNarrator } from '../src/edition/narrator.ts';
import { createEdition, type OfficeEdition } from '../src/office/editions/edition.ts';
import { type Progress, prepareAudio } from '../src/office/editions/prepare-audio.ts';
import { createFileAudioStore } from '../src/sound/file-audio-store.ts';
import type { SpeechEngine } from '../src/speech/engine.ts';
import { EspeakEngine } from '../src/speech/engines/espeak/espeak-engine.ts';
import { createSentenceStudio, type SentenceStudio } from '../src/speech/sentence-studio.ts';
import { readPrompts } from './draft.ts';

/** An edition whose sounds all exist, and the studio that reads them. */
export interface Sounds {
  readonly edition: OfficeEdition;
  readonly studio: SentenceStudio;
}

/**
 * Makes the sounds that are missing in a cache folder. This takes seconds if the folder is complete, and a minute or
 * two if it is empty.
 * @param report called after each narration, starting with the first one for which a sentence had to be spoken
 * @param engine the voice; by default the embedded one
 * @throws the first error of a sound that could not be made
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
