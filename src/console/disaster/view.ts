import { html, type View } from '../../frame/html.ts';
import { banner } from '../../frame/parts.ts';
import { type DrillsData, drillsView } from './drills-view.ts';
import { type HeardIn, heardFirstView, heardInOthersView } from './heard.ts';
import { type NoticeFormData, noticeFormView } from './notice-form.ts';
import { type DescribedNotice, switchedOnView } from './switched-on.ts';

/** The page of the disaster notice. */
interface DisasterData {
  /** Whether the edition that callers hear has texts for a notice. */
  readonly hasDisaster: boolean;
  /**
   * Whether all of these texts are approved in all languages; null if the edition has none, or if this cannot be looked
   * up.
   */
  readonly isReady: boolean | null;
  /** The notice that is on; null if none is on. */
  readonly on: DescribedNotice | null;
  /** What callers hear of the notice that is on; empty if none is on or the live edition lacks its texts. */
  readonly heard: readonly HeardIn[];
  /** Whether the notice that is on can be heard, but its texts are not approved in any language. */
  readonly isUnapproved: boolean;
  /** Whether it is not known yet, or cannot be read, which texts of the notice that is on are approved. */
  readonly isApprovalUnknown: boolean;
  readonly form: NoticeFormData;
  readonly drills: DrillsData;
  readonly mayChange: boolean;
  readonly mayApprove: boolean;
  /** The names of some people who may switch a notice on; empty for a visitor who may do so. */
  readonly helpers: string;
}

export const disasterView: View<DisasterData> = (data, visit) => {
  const { hasDisaster, isReady, on, heard, isUnapproved, form, drills, mayChange, mayApprove, helpers } = data;
  const { t } = visit;
  return html`${
    hasDisaster
      ? html`<ul>
<li><a class="link-target" href="/console/disaster/card">${t('disaster-card.link')}</a></li>
<li><a class="link-target" href="/console/disaster/approve">${t(isReady ? 'disaster-approval.link-ready' : mayApprove ? 'disaster-approval.link' : 'disaster-approval.link-read')}</a></li>
</ul>`
      : banner({ kind: 'warning', text: t('disaster.none') })
  }
${mayChange ? '' : banner({ kind: 'information', text: t('disaster.read-only', { names: helpers }) })}
${on ? switchedOnView({ notice: on, isHeard: heard.length > 0, mayChange }, visit) : html`<p>${t('disaster.now.off')}</p>`}
${on && heard.length === 0 ? banner({ kind: 'error', text: t('disaster.not-heard') }) : ''}
${isUnapproved ? banner({ kind: 'error', text: t('disaster.unapproved-now') }) : ''}
${data.isApprovalUnknown ? banner({ kind: 'warning', text: t('disaster.approved-unknown') }) : ''}
${
  heard.length > 0
    ? html`<section>
<h2>${t('disaster.heard-now')}</h2>
${heardFirstView(heard, visit)}
${heardInOthersView(heard, visit)}
</section>`
    : ''
}
${
  mayChange && hasDisaster
    ? html`<section>
<h2>${t(on ? 'disaster.change' : 'disaster.start')}</h2>
<p>${t('disaster.what-happens')}</p>
${noticeFormView({ form, mode: 'on' }, visit)}
</section>`
    : ''
}
${hasDisaster ? drillsView(drills, visit) : ''}`;
};
