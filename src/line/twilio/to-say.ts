import type { Edition } from '../../edition/edition.ts';
import type { EditionSentence } from '../../edition/edition-file.ts';
import type { TwimlSound } from './write-twiml.ts';

/**
 * Turns sentences into `<Say>`, for Twilio's voices. Used where no audio can be played.
 * @param slow whether the caller asked for slower speech
 * @throws RangeError when the edition lacks the language of a sentence
 */
export function toSay(edition: Edition, sentences: readonly EditionSentence[], slow = false): TwimlSound {
  return {
    kind: 'say',
    sentences: sentences.map(({ language, said }) => {
      const say = edition.language(language)?.say;
      if (!say) throw new RangeError(`The line has no language "${language}".`);
      return { ...say, slow, parts: said };
    }),
  };
}
