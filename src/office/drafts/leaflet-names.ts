import type { LanguageTag } from '../../call/line.ts';
import { byName } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';

const lists = ['addresses', 'contacts'] as const;

/** Maximum length of a name on a leaflet, in characters. */
export const longestLeafletName = 200;

/** The title, a web site or a contact on leaflets, with its name in each language. */
interface LeafletEntry {
  /** Identifies the entry in translators' sheets. No prompt can have such an id. */
  readonly id: string;
  /** Where the names are in the line file, such as `leaflet.contacts.0.names`. */
  readonly path: string;
  readonly names: Readonly<Record<LanguageTag, string>>;
}

/** The title of the leaflets, if there is one, and every web site and contact on them, in their order. */
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

/** Whether an id is that of the title of the leaflets. */
export const isLeafletTitle = (id: string): boolean => id === titleId;

const idOf = (list: (typeof lists)[number], index: number): string => `leaflet/${list}/${index + 1}`;

/** Whether an id in a translators' sheet belongs to a name on leaflets, not to a text. */
export const isLeafletId = (id: string): boolean => id.startsWith('leaflet/');

/** A name on leaflets that was translated outside the console. */
export interface ImportedName {
  readonly id: string;
  readonly path: string;
  readonly language: LanguageTag;
  /** The former name, which is replaced; null if there was none. */
  readonly before: string | null;
  readonly after: string;
  /** The name in the source language from which this name was translated. */
  readonly source: string;
}

/** Whether the line still has the former names and the source names with which the imported names were compared. */
export function namesStillFit(line: LineFile, imported: readonly ImportedName[]): boolean {
  const entries = new Map(leafletEntries(line).map(({ id, names }) => [id, names]));
  return imported.every(({ id, language, before, source }) => {
    const names = entries.get(id);
    if (!names || !line.languages.some(({ tag }) => tag === language)) return false;
    return (names[language] ?? null) === before && (names[line.sourceLanguage] ?? '') === source;
  });
}

/** The line with some names on its leaflets replaced or added; an empty name is removed. */
export function withLeafletNames(
  line: LineFile,
  written: readonly Pick<ImportedName, 'id' | 'language' | 'after'>[],
): LineFile {
  const { leaflet } = line;
  if (!leaflet || written.length === 0) return line;
  const renamed = (id: string, names: Readonly<Record<string, string>>) => {
    const own = written.filter((each) => each.id === id).map(({ language, after }) => [language, after] as const);
    return byName(Object.entries(byName([...Object.entries(names), ...own])).filter(([, name]) => name !== ''));
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
