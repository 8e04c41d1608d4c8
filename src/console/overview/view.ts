import { html, type View } from '../../frame/html.ts';
import { ifAny, type Status, status } from '../../frame/parts.ts';

/** The edition that callers hear now. */
export interface LiveEdition {
  readonly number: number;
  /** Who published the edition, and when. */
  readonly about: string;
  /** Shows whether all texts of the edition are approved. */
  readonly mark: Status;
  readonly href: string;
  /** The address of a rehearsal call on the live edition. */
  readonly call: string;
}

interface OverviewData {
  /** The live edition; null before the first publication, or if the edition is not stored. */
  readonly live: LiveEdition | null;
  /** Whether callers hear an edition that the database does not have. */
  readonly isForgotten: boolean;
  /** The tasks in the order in which they should be done. */
  readonly tasks: readonly {
    readonly title: string;
    /** A sentence with details, such as how many texts are concerned. */
    readonly detail: string;
    /**
     * The address of the page for the task. It is null in three cases: people can only wait, the task is not done in
     * the console, or the visitor may see the task but not do it.
     */
    readonly href: string | null;
  }[];
  readonly mayEdit: boolean;
  /** The pages that the member may open, each with a sentence about it. They are grouped as in the menu. */
  readonly groups: readonly {
    readonly heading: string;
    readonly pages: readonly { readonly href: string; readonly name: string; readonly about: string }[];
  }[];
}

export const overviewView: View<OverviewData> = ({ live, isForgotten, tasks, mayEdit, groups }, visit) => {
  const { t } = visit;
  return html`<section class="overview-live">
<h2>${t('overview.live')}</h2>
${
  live
    ? html`<p><a href="${live.href}"><b>${t('editions.one', { number: live.number })}</b></a> ${status(live.mark)}</p>
<p>${live.about}</p>
<p><a class="link-target" href="${live.call}">${t('overview.call')}</a></p>`
    : html`<p>${t(isForgotten ? 'overview.live-forgotten' : 'overview.nothing-live')}</p>`
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
