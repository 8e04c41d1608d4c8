import { field } from '../frame/fields.ts';
import { type Html, html, nothing } from '../frame/html.ts';
import { csrfField, hiddenFields } from '../frame/parts.ts';
import type { Visit } from '../frame/visit.ts';
import type { EntryForm, EntryKind } from './entry-kind.ts';
import { lineHead, lineKeys } from './line-views.ts';

/** The page of one entry, which is also the page on which it is added. */
export interface EntryPage<Entry, Typed> {
  readonly kind: EntryKind<Entry, Typed>;
  readonly entry: EntryForm<Entry, Typed>;
}

export function entryView<Entry, Typed>({ kind, entry }: EntryPage<Entry, Typed>, visit: Visit): Html {
  const { t } = visit;
  const { keys, saved } = kind;
  const { id, isNew, kept, form } = entry;
  const { name, longest, label, help } = kind.idField;
  const address = `/console/${kind.name}/${isNew ? (kind.addAt ?? 'new') : id}`;
  const idField = () =>
    field(t, {
      ...{ name, label: t(label), value: id, help: t(help), error: form.errors[name] },
      ...{ autocomplete: 'off', maxlength: longest },
    });
  return html`${kind.aboveView?.(entry, visit) ?? ''}
<form class="form" method="post" action="${address}">
${csrfField(visit)}
${lineHead(visit, form)}
${hiddenFields(kind.hidden?.(entry) ?? [])}
${form.conflict && kept && saved?.describe ? html`<p>${t('line.now', { value: saved.describe(kept, entry, visit) })}</p>` : ''}
${isNew ? idField() : ''}
${kind.fieldsView(entry, visit)}
${keys ? lineKeys(visit, form, (each) => keys.nameOf(each, entry)) : ''}
<button class="button" type="submit">${t(kind.submit?.(entry) ?? 'line.save')}</button>
</form>
<p class="note">${t('line.until-published')}</p>
${
  isNew
    ? ''
    : html`${kind.belowView?.(entry, visit) ?? ''}
${removalView({ kind, entry }, address, visit)}`
}`;
}

function removalView<Entry, Typed>({ kind, entry }: EntryPage<Entry, Typed>, address: string, visit: Visit): Html {
  const { t } = visit;
  const { removal } = kind;
  if (!removal) return nothing;
  return html`<section aria-labelledby="remove">
<h2 id="remove">${t(removal.submit)}</h2>
${
  removal.isUsed(entry.now, entry.id)
    ? html`<p>${t(removal.stillUsed)}</p>`
    : html`<form method="post" action="${address}/remove">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${entry.form.basedOn}">
<button class="button button-danger" type="submit">${t(removal.submit)}</button>
</form>`
}
</section>`;
}
