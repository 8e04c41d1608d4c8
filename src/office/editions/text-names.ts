import type { TextRef } from '../../call/step.ts';
import type { Bilingual } from '../../common/bilingual.ts';
import { type NamedEdition, textName } from '../../edition/text-name.ts';
import type { OfficeEdition } from './edition.ts';
import { momentSentences } from './to-edition-file.ts';

/** The names of texts of an edition for operators. The alerts of the line use the same names. */
export function textNames(edition: OfficeEdition, texts: readonly TextRef[]): Bilingual[] {
  const { line, file } = edition;
  const named: NamedEdition = {
    line,
    languageName: (tag) => file.languages.find((each) => each.tag === tag)?.name,
    destinationName: (id) => file.destinations.find((each) => each.id === id)?.name,
    sentences: (saying) => momentSentences(edition, saying),
  };
  return texts.map((text) => textName(named, text));
}
