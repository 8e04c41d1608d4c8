import type { EditionLeaflet, ShownPart } from '../../edition/edition-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import { parseSentence } from '../../words/sentence-template.ts';

/** What residents read besides words that callers hear, for the file of an edition. */
export function toEditionLeaflet({ leaflet, facts, destinations }: LineFile): EditionLeaflet {
  const phoneIn = (name: string | undefined): string | null => {
    const fact = name === undefined || !Object.hasOwn(facts, name) ? undefined : facts[name];
    return fact?.type === 'phone' ? fact.value : null;
  };
  return {
    number: phoneIn(leaflet?.number),
    titles: shownNames(leaflet?.title ?? {}),
    addresses: (leaflet?.addresses ?? []).map(({ names, url }) => ({ names: shownNames(names), url })),
    contacts: (leaflet?.contacts ?? []).map(({ names, number, phone, fax, address }) => ({
      names: shownNames(names),
      phone: phoneIn(number) ?? phone ?? null,
      fax: fax ?? null,
      address: address ?? null,
      destination: destinations.find((each) => each.number === number)?.id ?? null,
    })),
  };
}

const shownNames = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([tag, name]) => [tag, shownName(name)] as const);

/** A name with its readings. It has no placeholders; one that somebody writes by mistake is shown as it is. */
const shownName = (name: string): ShownPart[] =>
  parseSentence(name).map((part): ShownPart => {
    if (part.kind === 'placeholder') return { text: `{{${part.name}}}` };
    return part.kind === 'reading' ? { text: part.text, reading: part.reading } : { text: part.text };
  });
