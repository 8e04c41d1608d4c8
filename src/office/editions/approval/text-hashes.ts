import { RecentMap } from '../../../common/recent-map.ts';
import type { Draft } from '../../../words/draft.ts';
import { whisperPrompt } from '../../../words/prompt-ids.ts';
import type { TextRef } from '../speak-text.ts';
import { createTextSpeaker, type TextVoice } from './spoken-text.ts';
import { namesIn, spokenValues } from './spoken-values.ts';

/** The hash of every text of a draft or an edition. */
export interface TextHashes {
  /** Null if the text cannot be spoken. */
  find(ref: TextRef): string | null;
}

/** Computes the hashes of all texts of a draft, and caches them by words and values. */
export type HashTexts = (draft: Draft, engine: TextVoice) => Promise<TextHashes>;

/** Milliseconds of work before yielding to the event loop. */
const slice = 8;
/**
 * Maximum number of cached texts, enough for a hundred languages, and of sets of values for each text. Older ones are computed
 * again.
 */
const [mostRemembered, mostValues] = [12_000, 8];

interface Remembered {
  readonly names: readonly string[];
  /** Hashes by engine and values. */
  readonly hashes: Map<string, string | null>;
}

/** A unique key of a text. Tags and ids contain no spaces. */
export const textRefKey = ({ language, prompt }: TextRef): string => `${language} ${prompt}`;

/** Keep the returned function: after a change of a fact, it hashes again only the texts that mention the fact. */
export function createTextHashes(): HashTexts {
  const remembered = new RecentMap<string, Remembered>(mostRemembered);
  return async (draft, engine) => {
    let speaker: ReturnType<typeof createTextSpeaker> | undefined;
    const found = new Map<string, string | null>();
    const values = valuesOnce(draft, engine);
    let sliceEnds = performance.now() + slice;
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
        if (performance.now() < sliceEnds) continue;
        await new Promise((resolve) => setImmediate(resolve));
        sliceEnds = performance.now() + slice;
      }
    }
    return { find: (ref) => found.get(textRefKey(ref)) ?? null };
  };
}

/** Most texts of a language mention the same few facts, so their values are looked up once for all of them. */
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
