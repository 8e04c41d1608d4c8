import { html, type View } from '../../frame/html.ts';
import { ifAny, type Status, status } from '../../frame/parts.ts';

/** What callers hear now. */
export interface LiveEdition {
  readonly number: number;
  /** Who published it, and when. */
  readonly about: string;
  /** Whether all of it is approved. */
  readonly mark: Status;
  readonly href: string;
  /** The address at which it is heard as by telephone. */
  readonly call: string;
}

interface OverviewData {
  /** Null before the first publication. */
  readonly live: LiveEdition | null;
  /** In the order in which they should be done. */
  readonly tasks: readonly {
    readonly title: string;
    /** Its state. */
    readonly detail: string;
    /** Where it is done; null if not in the console. */
    readonly href: string | null;
  }[];
  readonly mayEdit: boolean;
  /** Every page with what it is for. */
  readonly groups: readonly {
    readonly heading: string;
    readonly pages: readonly { readonly href: string; readonly name: string; readonly about: string }[];
  }[];
}

export const overviewView: View<OverviewData> = ({ live, tasks, mayEdit, groups }, visit) => {
  const { t } = visit;
  return html`<section class="overview-live">
<h2>${t('overview.live')}</h2>
${
  live
    ? html`<p><a href="${live.href}"><b>${t('editions.one', { number: live.number })}</b></a> ${status(live.mark)}</p>
<p>${live.about}</p>
<p><a class="link-target" href="${live.call}">${t('overview.call')}</a></p>`
    : html`<p>${t('overview.nothing-live')}</p>`
}
</section>
<section>
<h2>${t('overview.next')}</h2>
${
  tasks.length === 0
    ? html`<p>${t(mayEdit ? 'overview.nothing-to-do' : 'overview.nothing-to-know')}</p>`
    : html`<ol class="tasks">
${tasks.map(
  ({ title, detail, href }) => html`<li>
<h3>${href === null ? title : html`<a href="${href}">${title}</a>`}</h3>
<p>${detail}</p>
</li>`,
)}
</ol>`
}
</section>
<details class="more">
<summary>${t('overview.pages')}</summary>
${groups.map(({ heading, pages }) =>
  ifAny(
    pages,
    (some) => html`<h3>${heading}</h3>
<dl class="overview-pages">
${some.map(({ href, name, about }) => html`<div><dt><a href="${href}">${name}</a></dt><dd>${about}</dd></div>`)}
</dl>`,
  ),
)}
</details>`;
};
