import { byName } from './by-name.ts';
import type { LineFile } from './line-file.ts';

/**
 * The line with leaflet names only in its own languages. The line file may have names in other languages too, for the day
 * on which such a language is added.
 */
export function withOwnLeafletNames(line: LineFile): LineFile {
  const { leaflet, languages } = line;
  if (!leaflet) return line;
  const own = (names: Readonly<Record<string, string>>) =>
    byName(Object.entries(names).filter(([language]) => languages.some(({ tag }) => tag === language)));
  const ownNames = <Entry extends { readonly names: Readonly<Record<string, string>> }>(entry: Entry): Entry => ({
    ...entry,
    names: own(entry.names),
  });
  return {
    ...line,
    leaflet: {
      ...leaflet,
      ...(leaflet.title && { title: own(leaflet.title) }),
      addresses: leaflet.addresses.map(ownNames),
      contacts: leaflet.contacts.map(ownNames),
    },
  };
}
