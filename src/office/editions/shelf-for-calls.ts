import { type Edition, openEdition } from '../../edition/edition.ts';
import type { EditionFile } from '../../edition/edition-file.ts';
import type { Utterance } from '../../edition/turn-sounds.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { OfficeEdition, OfficeShelf } from './edition.ts';
import { momentSentences } from './to-edition-file.ts';

/**
 * An edition as calls see it.
 * @param file the contents of the edition's file. It does not contain the sentences of a notice that name a time, so
 * these are computed from the edition when they are needed
 */
export const editionForCalls = (edition: OfficeEdition, file: EditionFile): Edition =>
  openEdition(file, (saying) => momentSentences(edition, saying));

/**
 * What calls need from the narrator. `isReady` tells whether a narration can be played. `expect` registers the
 * narration that a turn needs.
 */
export const soundsForCalls = (shelf: OfficeShelf, narrator: SpeakingNarrator) => ({
  isReady: (key: string) => narrator.ready.has(key),
  expect({ edition: id, what }: Utterance) {
    const edition = shelf.find(id);
    const { narration } =
      what.do === 'whisper'
        ? edition.whisper(what.language)
        : edition.script(what.sayings, what.slow, what.afterConnecting);
    narrator.register(narration);
  },
});
