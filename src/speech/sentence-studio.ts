import { explanationOf } from '../common/explained-error.ts';
import { createInFlight } from '../common/in-flight.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import { telephoneRate } from '../sound/mu-law.ts';
import { readSealed, readStoredSound, seal } from '../sound/seal.ts';
import { writeMuLawWav } from '../sound/wav.ts';
import { type SpeechEngine, SpeechError } from './engine.ts';
import { finishSentence } from './finish-sentence.ts';
import type { SpokenSentence } from './narration.ts';
import { implausibleLength } from './plausible-length.ts';

/** Synthesizes sentences. If an intact sound of a sentence is stored, the sentence is not synthesized again. */
export interface SentenceStudio {
  /**
   * The µ-law codes of a sentence at 8000 Hz: the stored ones, or newly synthesized ones.
   * @throws SpeechError naming the prompt, the language and the reason, when the sentence cannot be synthesized or its
   * sound cannot be stored
   */
  codes(spoken: SpokenSentence): Promise<Uint8Array>;
  /** How many sentences have been synthesized since the start. Sounds of implausible length do not count. */
  readonly spokenCount: number;
}

/**
 * The sounds in the database: those of published editions, and those that approvers listen to. They are reused, because
 * an engine may speak the same sentence differently the next time.
 */
interface KeptSounds {
  read(key: string): Promise<Uint8Array | null>;
}

/**
 * Creates a studio. A process should have only one, so that simultaneous requests for the same sentence share one
 * synthesis.
 * @param store the audio cache
 * @param kept the sounds in the database; none if absent
 */
export function createSentenceStudio(
  engine: SpeechEngine,
  store: AudioStore,
  kept: KeptSounds = { read: async () => null },
): SentenceStudio {
  const inFlight = createInFlight<Uint8Array>();
  let spokenCount = 0;

  const fromStore = async (key: string): Promise<Uint8Array | null> => {
    try {
      const bytes = await store.read(key);
      return bytes && readSealed(bytes, key);
    } catch {
      // The stored sound is incomplete, unreadable or stored under the wrong key. The next write replaces it.
      return null;
    }
  };

  const fromKept = async (key: string): Promise<Uint8Array | null> => {
    try {
      const bytes = await kept.read(key);
      return bytes && readStoredSound(bytes, key);
    } catch {
      // The sound in the database is damaged or cannot be read, so the sentence is synthesized again.
      return null;
    }
  };

  const speak = async ({ key, request, sentence }: SpokenSentence): Promise<Uint8Array> => {
    try {
      const stored = await fromStore(key);
      if (stored) return stored;
      const fromBefore = await fromKept(key);
      if (fromBefore) {
        await store.write(key, seal(writeMuLawWav(fromBefore), key));
        return fromBefore;
      }
      const codes = finishSentence(await engine.synthesize(request));
      // A wrong sound must not be stored: it would be played every time the sentence is needed.
      const problem = implausibleLength(request, codes.length / telephoneRate);
      if (problem !== null) throw new SpeechError(problem);
      spokenCount += 1;
      await store.write(key, seal(writeMuLawWav(codes), key));
      return codes;
    } catch (error) {
      const { prompt, language } = sentence;
      const { ja, en } = explanationOf(error);
      throw new SpeechError(
        {
          ja: `「${prompt}」(${language})に、音声のない文があります: ${ja}`,
          en: `A sentence of "${prompt}" in "${language}" has no sound: ${en}`,
        },
        { cause: error, about: { language, prompt } },
      );
    }
  };

  return {
    get spokenCount() {
      return spokenCount;
    },
    codes: (spoken) => inFlight(spoken.key, () => speak(spoken)),
  };
}
