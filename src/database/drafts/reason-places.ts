import type { LanguageTag } from '../../call/line.ts';
import { fileOf, lineFileName } from '../../words/draft.ts';
import type { Place } from '../../words/place.ts';

/** A reason's places as a row has them: which file they would stand in, and what in it. */
export interface PlacesRow {
  /** `line.yaml`, or `<language>.yaml`. */
  readonly file: string;
  /** JSON: `["facts/firstDay"]`, `["goodbye", "goodbye#0"]`; an empty name for a language as a whole. */
  readonly places: string;
}

/** Places of one reason stand in one file. */
export function toPlacesRow(places: readonly Place[]): PlacesRow {
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
export function fromPlacesRow({ file, places }: PlacesRow): Place[] {
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
