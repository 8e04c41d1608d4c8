import type { TextRef } from '../../../call/step.ts';
import type { Draft } from '../../../words/draft.ts';
import { factValue } from '../../../words/fact-file.ts';
import { whisperPrompt } from '../../../words/prompt-ids.ts';
import { placeholdersIn } from '../../../words/sentence-template.ts';
import { keyOf } from '../speak-text.ts';
import type { TextVoice } from './spoken-text.ts';

/** The distinct placeholders of a text. */
export const namesIn = (sentences: readonly string[]): string[] => [...new Set(sentences.flatMap(placeholdersIn))];

/**
 * What determines how a text sounds besides its words and the engine. This is the voice and the values of its
 * placeholders, and for the whisper also the languages of the line. If two lines give the same result for the same
 * words, callers hear the same.
 * @param names as returned by `namesIn`
 */
export function spokenValues(
  line: Draft['line'],
  engine: Pick<TextVoice, 'id'>,
  ref: TextRef,
  names: readonly string[],
): string {
  const voice = line.languages.find(({ tag }) => tag === ref.language)?.voices[engine.id];
  const forWhisper =
    ref.prompt === whisperPrompt
      ? [line.announcers, line.languages.map(({ tag, sourceName }) => [tag, sourceName])]
      : [];
  const values = names.map((name) => {
    if (name === 'key') return keyOf({ line }, ref);
    const fact = line.facts[name];
    return fact ? factValue(fact) : null;
  });
  return JSON.stringify([voice, forWhisper, values]);
}
