import type { LanguageTag } from '../../call/line.ts';
import type { ReasonStore } from '../../office/drafts/draft-records.ts';
import { fileOf, lineFileName } from '../../words/draft.ts';
import type { Place } from '../../words/place.ts';
import type { Queries } from '../queries.ts';
import type { DraftTables } from './draft-tables.ts';

/** Reasons in the table `draft_reasons`. */
export const createReasonStore = (db: Queries<DraftTables>): ReasonStore => ({
  async list() {
    const rows = await db.selectFrom('draft_reasons').selectAll().orderBy('number').execute();
    return rows.map(({ file, places, rule, reason }) => ({ places: fromPlacesRow({ file, places }), rule, reason }));
  },
  async replace(reasons) {
    await db.deleteFrom('draft_reasons').execute();
    for (const [index, { places, rule, reason }] of reasons.entries()) {
      const row = { number: index + 1, ...toPlacesRow(places), rule, reason };
      await db.insertInto('draft_reasons').values(row).execute();
    }
  },
});

/** The columns of a reason that say what it refers to: a file, and names of places in the file. */
interface PlacesRow {
  /** `line.yaml`, or `<language>.yaml`. */
  readonly file: string;
  /**
   * A JSON array of names, such as `["facts/firstDay"]` or `["goodbye", "goodbye#0"]`. An empty name means the whole
   * file. `#0` means the first sentence of a prompt.
   */
  readonly places: string;
}

/** The columns for the places of a reason. All places of a reason are in one file. */
function toPlacesRow(places: readonly Place[]): PlacesRow {
  const [first] = places;
  const file = !first || 'path' in first ? lineFileName : fileOf(first.language);
  return { file, places: JSON.stringify(places.map(nameOf)) };
}

const nameOf = (place: Place): string => {
  if ('path' in place) return place.path.map(String).join('/');
  const { prompt = '', sentence } = place;
  return sentence === undefined ? prompt : `${prompt}#${sentence}`;
};

/** The places of a row. */
function fromPlacesRow({ file, places }: PlacesRow): Place[] {
  const names: readonly string[] = JSON.parse(places);
  if (file === lineFileName) return names.map((name) => ({ path: name === '' ? [] : name.split('/').map(toKey) }));
  const language = file.replace(/\.yaml$/, '');
  return names.map((name) => inText(language, name));
}

const toKey = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

function inText(language: LanguageTag, name: string): Place {
  const [prompt = '', sentence] = name.split('#');
  if (prompt === '') return { language };
  return sentence === undefined ? { language, prompt } : { language, prompt, sentence: Number(sentence) };
}
