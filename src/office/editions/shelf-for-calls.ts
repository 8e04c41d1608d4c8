import { type Edition, openEdition } from '../../edition/edition.ts';
import type { EditionFile } from '../../edition/edition-file.ts';
import type { Utterance } from '../../edition/turn-sounds.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { OfficeEdition, OfficeShelf } from './edition.ts';
import { momentSentences, toEditionFile, toEditionFileInSteps } from './to-edition-file.ts';

const opened = new WeakMap<OfficeEdition, Edition>();

/** An edition as calls see it: the contents of its file, and the sentences of a notice that name a time. */
export function editionForCalls(edition: OfficeEdition): Edition {
  return opened.get(edition) ?? open(edition, toEditionFile(edition));
}

/** Opens an edition before the first call needs it. Yields to the event loop during the work. */
export async function prepareForCalls(edition: OfficeEdition): Promise<void> {
  if (!opened.has(edition)) open(edition, await toEditionFileInSteps(edition));
}

function open(edition: OfficeEdition, file: EditionFile): Edition {
  const made = openEdition(file, (saying) => momentSentences(edition, saying));
  opened.set(edition, made);
  return made;
}

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
