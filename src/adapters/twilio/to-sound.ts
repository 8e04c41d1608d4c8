import type { LineFile } from '../../prompts/line-file.ts';
import type { Sentence } from '../../prompts/words.ts';
import { toPieces } from '../../speech/to-pieces.ts';
import type { SayPart } from './write-say.ts';
import type { Sound } from './write-twiml.ts';

/** The same words in the right voice of Twilio's, for a turn whose audio is missing; slower for who asked for it. */
export function toSay(file: LineFile, sentences: readonly Sentence[], slow = false): Sound {
  return {
    kind: 'say',
    sentences: sentences.map(({ language, segments }) => {
      const voice = file.languages.find(({ tag }) => tag === language)?.voices.twilio;
      if (!voice) throw new RangeError(`The line has no language "${language}".`);
      const parts = toPieces(language, segments).map((piece): SayPart => {
        if (piece.kind === 'pause') return { pause: piece.milliseconds };
        return piece.kind === 'reading' ? { text: piece.text, reading: piece.reading } : { text: piece.text };
      });
      return { ...voice, slow, parts };
    }),
  };
}
