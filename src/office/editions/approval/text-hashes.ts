import type { TextRef } from '../../../call/step.ts';
import { RecentMap } from '../../../common/recent-map.ts';
import { inSlices } from '../../../common/slices.ts';
import type { Draft } from '../../../words/draft.ts';
import { whisperPrompt } from '../../../words/prompt-ids.ts';
import { textRefKey } from '../../drafts/draft-text.ts';
import { createTextSpeaker, type TextVoice } from './spoken-text.ts';
import { namesIn, spokenValues } from './spoken-values.ts';

/** The hash of every text of a draft or an edition. */
export interface TextHashes {
  /** Null if the text cannot be spoken. */
  find(ref: TextRef): string | null;
}

/** Computes the hashes of all texts of a draft, and caches them by words and values. */
export type HashTexts = (draft: Draft, engine: TextVoice) => Promise<TextHashes>;

/**
 * `mostRemembered`: the maximum number of cached texts; the texts of a hundred languages fit. `mostValues`: the maximum
 * number of cached sets of values for each text. Older hashes are dropped, and computed again when they are needed.
 */
const [mostRemembered, mostValues] = [12_000, 8];

interface Remembered {
  readonly names: readonly string[];
  /** Hashes by engine and values. */
  readonly hashes: Map<string, string | null>;
}

/**
 * Keep the returned function, because it caches hashes. After a change of a fact, it hashes only the texts that mention
 * the fact. It hashes each draft only once for each voice, so a draft must not be changed after it was passed in.
 */
export function createTextHashes(): HashTexts {
  const remembered = new RecentMap<string, Remembered>(mostRemembered);
  const ofDrafts = new WeakMap<Draft, Map<string, Promise<TextHashes>>>();
  const hashAll: HashTexts = async (draft, engine) => {
    let speaker: ReturnType<typeof createTextSpeaker> | undefined;
    const found = new Map<string, string | null>();
    const values = valuesOnce(draft, engine);
    const endOfStep = inSlices();
    for (const [language, { prompts }] of draft.words) {
      for (const [prompt, sentences] of Object.entries(prompts)) {
        const ref = { language, prompt };
        const name = textRefKey(ref);
        const words = `${name}\n${sentences.join('\n')}`;
        const known = remembered.get(words) ?? {
          names: namesIn(sentences),
          hashes: new RecentMap<string, string | null>(mostValues),
        };
        remembered.set(words, known);
        const said = values(ref, known.names);
        let hash = known.hashes.get(said);
        if (hash === undefined) {
          speaker ??= createTextSpeaker(draft, engine);
          hash = speaker(ref)?.hash ?? null;
          known.hashes.set(said, hash);
        }
        found.set(name, hash);
        await endOfStep();
      }
    }
    return { find: (ref) => found.get(textRefKey(ref)) ?? null };
  };
  return async (draft, engine) => {
    const voices = ofDrafts.get(draft) ?? new Map<string, Promise<TextHashes>>();
    ofDrafts.set(draft, voices);
    const voice = `${engine.id} ${engine.fingerprint}`;
    const known = voices.get(voice);
    if (known) return known;
    const found = hashAll(draft, engine);
    voices.set(voice, found);
    // After a failure, the next call tries again.
    found.catch(() => voices.delete(voice));
    return found;
  };
}

/**
 * Returns a function that looks up the values of a text. Most texts of a language mention the same few facts, so the
 * values of these facts are looked up only once.
 */
function valuesOnce({ line }: Draft, engine: TextVoice) {
  const found = new Map<string, string>();
  return (ref: TextRef, names: readonly string[]): string => {
    const isOwn = names.includes('key') || ref.prompt === whisperPrompt;
    const name = `${ref.language} ${isOwn ? ref.prompt : ''} ${names.join(' ')}`;
    const known = found.get(name);
    if (known !== undefined) return known;
    const values = `${engine.id} ${engine.fingerprint} ${spokenValues(line, engine, ref, names)}`;
    found.set(name, values);
    return values;
  };
}
