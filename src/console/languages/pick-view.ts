import { field, select } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { longest } from './language-form.ts';

/** The page that asks which language is to be added. */
interface LanguagePick {
  /**
   * The known languages that are not on the line. `name` is in the visitor's language. `ownName` is in the language
   * itself, or empty if it is unknown.
   */
  readonly choices: readonly { readonly tag: string; readonly name: string; readonly ownName: string }[];
  readonly chosen: string;
  /** A tag that was typed because the list lacks the language. */
  readonly other: string;
  /** The error of the choice; empty if there is none. */
  readonly wrongChoice: string;
  /** The error of the typed tag; empty if there is none. */
  readonly wrongTag: string;
}

export const pickLanguageView: View<LanguagePick> = ({ choices, chosen, other, wrongChoice, wrongTag }, { t }) =>
  html`<p>${t('languages.pick-about')}</p>
<form class="form" method="get" action="/console/languages/another">
${select(t, {
  name: 'tag',
  label: t('languages.which'),
  help: t('languages.which-help'),
  value: chosen,
  optional: true,
  error: wrongChoice,
  options: [
    { value: '', text: t('languages.choose') },
    ...choices.map(({ tag, name, ownName }) => ({ value: tag, text: ownName ? `${name} — ${ownName}` : name })),
  ],
})}
<details class="more"${wrongTag ? ' open' : ''}>
<summary>${t('languages.not-listed')}</summary>
${field(t, {
  name: 'other',
  label: t('languages.tag'),
  help: t('languages.tag-help'),
  value: other,
  error: wrongTag,
  optional: true,
  autocomplete: 'off',
  maxlength: longest.tag,
})}
</details>
<button class="button" type="submit">${t('languages.next')}</button>
</form>
<p class="note"><a href="/console/languages">${t('line.back')}</a></p>`;
