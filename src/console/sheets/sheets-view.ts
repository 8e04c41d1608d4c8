import { type Html, html, type View } from '../../frame/html.ts';
import { csrfField } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { languageLabel, type NamedLanguage } from '../../naming/language-label.ts';

/** The page on which sheets are downloaded and uploaded. */
export interface SheetsData {
  readonly languages: readonly NamedLanguage[];
  readonly sourceLanguage: string;
  readonly mayEdit: boolean;
  /** Number of translations that were just imported, including names on printed sheets; null if none were. */
  readonly taken: number | null;
  /** What was not chosen in the submitted form; null if nothing is missing, or if no form was submitted. */
  readonly missing: 'language' | 'file' | null;
}

export const sheetsView: View<SheetsData> = (data, visit) => {
  const { t } = visit;
  const { mayEdit, taken, missing } = data;
  return html`${
    taken === null
      ? ''
      : html`<div class="banner banner-good" role="status"><p>${t('sheets.taken', { count: taken })} <a href="/console/texts">${t('sheets.to-ledger')}</a></p></div>`
  }
<section aria-labelledby="export-title">
<h2 id="export-title">${t('sheets.export')}</h2>
<p>${t('sheets.export-about')}</p>
${exportForm(data, visit)}
</section>
<section aria-labelledby="import-title">
<h2 id="import-title">${t('sheets.import')}</h2>
${
  mayEdit
    ? html`<p>${t('sheets.import-about')}</p>
${importForm(visit, missing === 'file')}`
    : html`<p>${t('sheets.read-only')}</p>`
}
</section>`;
};

const exportForm: View<SheetsData> = ({ languages, sourceLanguage, missing }, { t }) => {
  const isWrong = missing === 'language';
  return html`<form class="form" method="get" action="/console/sheets/export">
<fieldset class="choices${isWrong ? ' field-wrong' : ''}"${isWrong ? html` aria-describedby="export-problem"` : ''}>
<legend>${t('sheets.languages')}</legend>
${isWrong ? html`<p class="field-error" id="export-problem" role="alert">${t('sheets.no-language')}</p>` : ''}
${languages.map(
  ({ tag, name, called }) =>
    html`<div class="check-field"><input id="language-${tag}" name="language" type="checkbox" value="${tag}"${tag !== sourceLanguage && !isWrong ? ' checked' : ''}><label for="language-${tag}">${languageLabel({ tag, name, called })}${tag === sourceLanguage ? html` — ${t('sheets.source')}` : ''}</label></div>`,
)}
</fieldset>
<fieldset class="choices">
<legend>${t('sheets.kind')}</legend>
${(['xlsx', 'csv'] as const).map(
  (kind) =>
    html`<div class="check-field"><input id="kind-${kind}" name="kind" type="radio" value="${kind}"${kind === 'xlsx' ? ' checked' : ''}><label for="kind-${kind}">${t(`sheets.${kind}`)}</label></div>`,
)}
</fieldset>
<button class="button button-quiet" type="submit">${t('sheets.export-button')}</button>
</form>`;
};

const importForm = (visit: Visit, isWrong: boolean): Html => {
  const { t } = visit;
  return html`<form class="form" method="post" action="/console/sheets" enctype="multipart/form-data">
${csrfField(visit)}
<div class="field${isWrong ? ' field-wrong' : ''}">
<label for="file">${t('sheets.file')} <span class="field-required">${t('frame.required')}</span></label>
<p class="field-help" id="file-help">${t('sheets.file-help')}</p>
${isWrong ? html`<p class="field-error" id="file-error">${t('sheets.no-file')}</p>` : ''}
<input id="file" name="file" type="file" required accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby="file-help${isWrong ? ' file-error' : ''}"${isWrong ? html` aria-invalid="true" autofocus` : ''}>
</div>
<button class="button" type="submit">${t('sheets.import-button')}</button>
</form>`;
};
