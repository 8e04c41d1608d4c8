import { type Html, html } from '../../frame/html.ts';
import { ifAny } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import { whisperPrompt } from '../../words/prompt-ids.ts';
import { placeholdersIn } from '../../words/sentence-template.ts';
import type { OpenText } from './open-text.ts';
import { valuesIn } from './sentence.ts';

/** A value that a text can use by its name. */
export interface TextPlace {
  readonly id: string;
  readonly name: string;
  /** The value as written in the language; null if it differs from call to call, or if there is none. */
  readonly value: string | null;
  /** How often the source text uses the value. A translation must use it equally often. Null in the source text. */
  readonly wanted: number | null;
}

/** The values that can be put into a text: first those that the text needs, then all others. */
export function placesOf({ now, language, prompt, source }: OpenText, names: Names): TextPlace[] {
  const key = keyOf(now.draft, { language, prompt });
  const { file } = now.line;
  const findValue = valuesIn(file, language, key);
  const said = source?.flatMap(placeholdersIn) ?? [];
  const count = (name: string): number => said.filter((each) => each === name).length;
  const needed = [
    ...new Set([...said, ...(key === null ? [] : ['key']), ...(prompt === whisperPrompt ? ['language'] : [])]),
  ];
  const ids = [...needed, ...Object.keys(file.facts).filter((id) => !needed.includes(id))];
  return ids.map((id) => ({
    id,
    name: names.fact(id),
    value: findValue(id) ?? null,
    wanted: source === null ? null : count(id),
  }));
}

/**
 * Buttons that put values into a text. In a translation, the buttons of values that the source text does not use are
 * folded. In the source text itself, all buttons are folded.
 */
export function placesView(
  {
    tag,
    places,
    isTranslation,
    id = 'text',
  }: {
    readonly tag: string;
    readonly places: readonly TextPlace[];
    readonly isTranslation: boolean;
    /** The id of the field, if a page has several. */
    readonly id?: string;
  },
  visit: Visit,
): Html {
  const { t } = visit;
  const needed = isTranslation ? places.filter(({ wanted }) => wanted !== 0) : [];
  const folded = isTranslation ? places.filter(({ wanted }) => wanted === 0) : places;
  return html`${ifAny(
    needed,
    () => html`<p class="chips-title" id="${id}-places">${t('text.places')}</p>
${chips(tag, needed, `${id}-places`, visit)}`,
  )}
${ifAny(
  folded,
  () => html`<details class="more">
<summary id="${id}-more-places">${t(isTranslation ? 'text.more-places' : 'text.places')}</summary>
${chips(tag, folded, `${id}-more-places`, visit)}
</details>`,
)}`;
}

/** @param label the id of the element that names the list */
function chips(tag: string, places: readonly TextPlace[], label: string, { t }: Visit): Html {
  const shown = ({ value }: TextPlace): Html =>
    value === null ? html`${t('text.place-varies')}` : html`<span lang="${tag}">${value}</span>`;
  return html`<ul class="chips" aria-labelledby="${label}" data-missing="${t('text.place-missing')}" data-many="${t('text.place-too-many')}" data-there="${t('text.place-there')}">
${places.map(
  (place) =>
    html`<li><button class="chip" type="button" data-insert="${place.id}"${place.wanted === null ? '' : html` data-wanted="${place.wanted}"`}>${place.name}</button> = ${shown(place)}${place.wanted !== null && place.wanted > 1 ? html` ×${place.wanted}` : ''} <span class="chip-said" role="status" data-said></span></li>`,
)}
</ul>`;
}
