import type { Draft } from '../../../words/draft.ts';
import { factValue } from '../../../words/fact-file.ts';
import { whisperPrompt } from '../../../words/prompt-ids.ts';
import { placesIn } from '../../../words/sentence-template.ts';
import { keyOf, type TextPlace } from '../speak-text.ts';
import type { TextVoice } from './spoken-text.ts';

/** The names of what a text has places for, each once. */
export const namesIn = (sentences: readonly string[]): string[] => [...new Set(sentences.flatMap(placesIn))];

/**
 * Everything besides its words and the engine that decides how a text sounds: its voice, and what is put into its places.
 * Two lines that give the same for the same words let callers hear the same.
 * @param names as `namesIn` finds them
 */
export function spokenValues(
  line: Draft['line'],
  engine: Pick<TextVoice, 'id'>,
  place: TextPlace,
  names: readonly string[],
): string {
  const voice = line.languages.find(({ tag }) => tag === place.language)?.voices[engine.id];
  const agents =
    place.prompt === whisperPrompt
      ? [line.announcers, line.languages.map(({ tag, sourceName }) => [tag, sourceName])]
      : [];
  const values = names.map((name) => {
    if (name === 'key') return keyOf({ line }, place);
    const fact = line.facts[name];
    return fact ? factValue(fact) : null;
  });
  return JSON.stringify([voice, agents, values]);
}
