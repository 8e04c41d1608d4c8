import type { Edition } from '../../edition/edition.ts';
import type { EditionSentence } from '../../edition/edition-file.ts';
import type { TwimlSound } from './write-twiml.ts';

/** Sentences for Twilio's voices, where no audio is played; slower if the caller asked for slower speech. */
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
