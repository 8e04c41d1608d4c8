import type { LanguageTag } from '../../call/line.ts';
import { byName } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';

const lists = ['addresses', 'contacts'] as const;

/** How many characters a name on a sheet may have. */
export const longestLeafletName = 200;

/** The title, a web site or a contact on printed sheets, with its name in each language. */
interface LeafletEntry {
  /** Identifies it in translators' sheets. No prompt can be called so. */
  readonly id: string;
  /** Where its names are in the line file: `leaflet.contacts.0.names`. */
  readonly path: string;
  readonly names: Readonly<Record<LanguageTag, string>>;
}

/** The title of printed sheets, if they have one, and every web site and contact that stands on them, in their order. */
export const leafletEntries = ({ leaflet }: Pick<LineFile, 'leaflet'>): LeafletEntry[] => [
  ...(leaflet?.title ? [{ id: titleId, path: 'leaflet.title', names: leaflet.title }] : []),
  ...lists.flatMap((list) =>
    (leaflet?.[list] ?? []).map(({ names }, index) => ({
      id: idOf(list, index),
      path: `leaflet.${list}.${index}.names`,
      names,
    })),
  ),
];

const titleId = 'leaflet/title';

const idOf = (list: (typeof lists)[number], index: number): string => `leaflet/${list}/${index + 1}`;

/** Whether a row of a translators' sheet has a name on printed sheets, not a text. */
export const isLeafletId = (id: string): boolean => id.startsWith('leaflet/');

/** A name on printed sheets that was translated outside the console. */
export interface ImportedName {
  readonly id: string;
  readonly path: string;
  readonly language: LanguageTag;
  /** The name that it replaces; null if there was none. */
  readonly before: string | null;
  readonly after: string;
  /** The name in the source language from which it was translated. */
  readonly source: string;
}

/** Whether names can still replace those that they were compared with. */
export function namesStillFit(line: LineFile, imported: readonly ImportedName[]): boolean {
  const entries = new Map(leafletEntries(line).map(({ id, names }) => [id, names]));
  return imported.every(({ id, language, before, source }) => {
    const names = entries.get(id);
    if (!names || !line.languages.some(({ tag }) => tag === language)) return false;
    return (names[language] ?? null) === before && (names[line.sourceLanguage] ?? '') === source;
  });
}

/** The line with these names on its sheets. */
export function withLeafletNames(line: LineFile, imported: readonly ImportedName[]): LineFile {
  const { leaflet } = line;
  if (!leaflet || imported.length === 0) return line;
  const renamed = (id: string, names: Readonly<Record<string, string>>) => {
    const own = imported.filter((each) => each.id === id).map(({ language, after }) => [language, after] as const);
    return byName([...Object.entries(names), ...own]);
  };
  return {
    ...line,
    leaflet: {
      ...leaflet,
      ...(leaflet.title && { title: renamed(titleId, leaflet.title) }),
      addresses: leaflet.addresses.map((each, index) => ({
        ...each,
        names: renamed(idOf('addresses', index), each.names),
      })),
      contacts: leaflet.contacts.map((each, index) => ({
        ...each,
        names: renamed(idOf('contacts', index), each.names),
      })),
    },
  };
}
