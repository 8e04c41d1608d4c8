import type { EditionLeaflet, ShownPart } from '../../edition/edition-file.ts';
import { phoneNumberIn } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import { parseSentence, writtenPart } from '../../words/sentence-template.ts';

/** What residents read besides the words that callers hear, as an edition's file contains it. */
export function toEditionLeaflet({ leaflet, facts, destinations }: LineFile): EditionLeaflet {
  return {
    number: phoneNumberIn(facts, leaflet?.number),
    titles: shownNames(leaflet?.title ?? {}),
    addresses: (leaflet?.addresses ?? []).map(({ names, url }) => ({ names: shownNames(names), url })),
    contacts: (leaflet?.contacts ?? []).map(({ names, number, phone, fax, address }) => ({
      names: shownNames(names),
      phone: phoneNumberIn(facts, number) ?? phone ?? null,
      fax: fax ?? null,
      address: address ?? null,
      destination: destinations.find((each) => each.number === number)?.id ?? null,
    })),
  };
}

const shownNames = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([tag, name]) => [tag, shownText(name)] as const);

/**
 * A text of a leaflet in parts, with its readings. Such a text has no placeholders; a placeholder that somebody writes by mistake
 * is shown unchanged.
 */
export const shownText = (name: string): ShownPart[] =>
  parseSentence(name).map((part): ShownPart => {
    if (part.kind === 'reading') return { text: part.text, reading: part.reading };
    return { text: writtenPart(part) };
  });
