import { RecentMap } from '../../../common/recent-map.ts';
import type { Draft } from '../../../words/draft.ts';
import { whisperPrompt } from '../../../words/prompt-ids.ts';
import type { TextPlace } from '../speak-text.ts';
import { createTextSpeaker, type TextVoice } from './spoken-text.ts';
import { namesIn, spokenValues } from './spoken-values.ts';

/** The hash of every text of a draft or an edition. */
export interface TextHashes {
  /** Null for a text that cannot be spoken. */
  find(place: TextPlace): string | null;
}

/** Works hashes out, and remembers those of words and values that it has seen. */
export type HashTexts = (draft: Draft, engine: TextVoice) => Promise<TextHashes>;

/** Milliseconds of counting before calls get their turn. */
const slice = 8;
/** The texts of a hundred languages, and of each what a few values of its facts make of it; the rest is worked out again. */
const [mostRemembered, mostValues] = [12_000, 8];

interface Remembered {
  readonly names: readonly string[];
  /** By engine and values. */
  readonly hashes: Map<string, string | null>;
}

/** The name of a text among all of them; no tag and no id has a space. */
export const nameOfPlace = ({ language, prompt }: TextPlace): string => `${language} ${prompt}`;

/** One for a process: a changed fact then costs only the texts that say it. */
export function createTextHashes(): HashTexts {
  const remembered = new RecentMap<string, Remembered>(mostRemembered);
  return async (draft, engine) => {
    let speaker: ReturnType<typeof createTextSpeaker> | undefined;
    const found = new Map<string, string | null>();
    const values = valuesOnce(draft, engine);
    let sliceEnds = performance.now() + slice;
    for (const [language, { prompts }] of draft.words) {
      for (const [prompt, sentences] of Object.entries(prompts)) {
        const place = { language, prompt };
        const name = nameOfPlace(place);
        const words = `${name}\n${sentences.join('\n')}`;
        const known = remembered.get(words) ?? {
          names: namesIn(sentences),
          hashes: new RecentMap<string, string | null>(mostValues),
        };
        remembered.set(words, known);
        const said = values(place, known.names);
        let hash = known.hashes.get(said);
        if (hash === undefined) {
          speaker ??= createTextSpeaker(draft, engine);
          hash = speaker(place)?.hash ?? null;
          known.hashes.set(said, hash);
        }
        found.set(name, hash);
        if (performance.now() < sliceEnds) continue;
        await new Promise((resolve) => setImmediate(resolve));
        sliceEnds = performance.now() + slice;
      }
    }
    return { find: (place) => found.get(nameOfPlace(place)) ?? null };
  };
}

/** Most texts of a language say the same few facts: what those are worth is looked up once for all of them. */
function valuesOnce({ line }: Draft, engine: TextVoice) {
  const found = new Map<string, string>();
  return (place: TextPlace, names: readonly string[]): string => {
    const isOwn = names.includes('key') || place.prompt === whisperPrompt;
    const name = `${place.language} ${isOwn ? place.prompt : ''} ${names.join(' ')}`;
    const known = found.get(name);
    if (known !== undefined) return known;
    const values = `${engine.id} ${engine.fingerprint} ${spokenValues(line, engine, place, names)}`;
    found.set(name, values);
    return values;
  };
}
