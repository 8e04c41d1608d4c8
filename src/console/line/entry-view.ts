import { field } from '../../frame/fields.ts';
import { type Html, html, nothing } from '../../frame/html.ts';
import { csrfField, folded, hiddenFields } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { EntryForm, EntryKind } from './entry-kind.ts';
import { lineHead, lineKeys } from './line-views.ts';

/** The page of one entry, or the page on which a new entry is added. */
export interface EntryPage<Entry, Typed> {
  readonly kind: EntryKind<Entry, Typed>;
  readonly entry: EntryForm<Entry, Typed>;
}

export function entryView<Entry, Typed>({ kind, entry }: EntryPage<Entry, Typed>, visit: Visit): Html {
  const { t } = visit;
  const { keys, saved } = kind;
  const { id, isNew, kept, form } = entry;
  const address = `/console/${kind.name}/${isNew ? (kind.addAt ?? 'new') : id}`;
  return html`${kind.aboveView?.(entry, visit) ?? ''}
<form class="form" method="post" action="${address}">
${csrfField(visit)}
${lineHead(visit, form)}
${hiddenFields(kind.hidden?.(entry) ?? [])}
${form.conflict && kept && saved?.describe ? html`<p>${t('line.now', { value: saved.describe(kept, entry, visit) })}</p>` : ''}
${isNew && !kind.idFrom && !kind.idField.isAmongFields ? idField({ kind, entry }, visit) : ''}
${kind.fieldsView(entry, visit)}
${isNew && kind.idFrom ? foldedId({ kind, entry }, visit) : ''}
${keys ? lineKeys(visit, form, (each) => keys.nameOf(each, entry, visit)) : ''}
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

function idField<Entry, Typed>({ kind, entry: { id, form } }: EntryPage<Entry, Typed>, { t }: Visit): Html {
  const { name, longest, label, help } = kind.idField;
  return field(t, {
    name,
    label: t(label),
    value: id,
    help: t(help),
    error: form.errors[name],
    autocomplete: 'off',
    maxlength: longest,
    optional: kind.idFrom !== undefined,
  });
}

/** The field for the id, folded. If it is left empty, the id is made from the name. */
function foldedId<Entry, Typed>(page: EntryPage<Entry, Typed>, visit: Visit): Html {
  const { entry, kind } = page;
  return folded(visit.t, idField(page, visit), Boolean(entry.form.errors[kind.idField.name] || entry.id));
}

function removalView<Entry, Typed>({ kind, entry }: EntryPage<Entry, Typed>, address: string, visit: Visit): Html {
  const { t } = visit;
  const { removal } = kind;
  if (!removal) return nothing;
  return html`<section aria-labelledby="remove">
<h2 id="remove">${t(removal.submit)}</h2>
${
  removal.about
    ? html`<p><a class="link-target" href="${address}/remove">${t(removal.about)}</a></p>`
    : removal.isUsed(entry.now, entry.id)
      ? html`<p>${t(removal.stillUsed)}</p>`
      : html`<form method="post" action="${address}/remove">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${entry.form.basedOn}">
<button class="button button-danger" type="submit">${t(removal.submit)}</button>
</form>`
}
</section>`;
}
