import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { type Html, html, nothing, type View } from '../../frame/html.ts';
import { smallId } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { AuditEntry } from '../../office/staff/audit-entry.ts';
import { isExact } from '../../office/staff/people.ts';
import type { AuditNames } from './audit-names.ts';
import { formatAct } from './format-act.ts';

/** One page of the audit. */
interface AuditData {
  readonly entries: readonly AuditEntry[];
  readonly names: AuditNames;
  /** Whether this page begins with the latest entry of the whole audit. */
  readonly isFirst: boolean;
  /** The number of the last entry on this page; null if there are no earlier entries. */
  readonly older: number | null;
}

/**
 * A person's displayed name. The user name is added if the displayed name alone does not say which account is meant,
 * because displayed names can change and several people can have the same one.
 */
function whoView(visit: Visit, { who }: AuditEntry): Html {
  const name = formatPerson(visit, who);
  if (who.accountId === null || isExact(name, who.accountName)) return html`${name}`;
  // The names must be one element, because on a telephone the label of the cell is placed beside its content.
  return html`<span>${name} ${smallId(who.accountName)}</span>`;
}

export const auditView: View<AuditData> = ({ entries, names, isFirst, older }, visit) => {
  const { t, language } = visit;
  const row = (entry: AuditEntry) =>
    html`<tr><td data-label="${t('audit.when')}" class="table-moment">${formatMoment(language, entry.at)}</td><td data-label="${t('audit.who')}" class="table-who">${whoView(visit, entry)}</td><td data-label="${t('audit.what')}">${formatAct(visit, entry, names)}</td></tr>`;
  const table = html`<table class="table">
<caption>${t('audit.caption')}</caption>
<thead><tr><th scope="col">${t('audit.when')}</th><th scope="col">${t('audit.who')}</th><th scope="col">${t('audit.what')}</th></tr></thead>
<tbody>
${entries.map(row)}
</tbody>
</table>`;
  const pager = html`<nav class="pager" aria-label="${t('audit.pages')}">
${isFirst ? '' : html`<a href="/console/audit">${t('audit.newest')}</a>`}
${older === null ? '' : html`<a href="/console/audit?before=${older}">${t('audit.older')}</a>`}
</nav>`;
  return html`<p>${t('audit.about-times')}</p>
${entries.length === 0 ? html`<p>${t('audit.empty')}</p>` : table}
${isFirst && older === null ? nothing : pager}`;
};
