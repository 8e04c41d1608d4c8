import { html, type View } from '../frame/html.ts';
import { banner } from '../frame/parts.ts';
import { type HeardIn, heardView } from './heard.ts';
import { type NoticeFormData, noticeFormView } from './notice-form.ts';
import { type DescribedNotice, switchedOnView } from './switched-on.ts';

/** The page of the disaster notice. */
interface DisasterData {
  /** Whether the edition that callers hear has texts for a notice. */
  readonly hasDisaster: boolean;
  /** Null when it is off. */
  readonly on: DescribedNotice | null;
  readonly drill: DescribedNotice | null;
  /** What callers hear of the notice that is on; empty if it is off or the live edition lacks its texts. */
  readonly heard: readonly HeardIn[];
  readonly form: NoticeFormData;
  readonly mayChange: boolean;
}

export const disasterView: View<DisasterData> = ({ hasDisaster, on, drill, heard, form, mayChange }, visit) => {
  const { t } = visit;
  const isUnapproved = heard.length > 0 && heard.every(({ isApproved }) => !isApproved);
  return html`${
    hasDisaster
      ? html`<p><a class="link-target" href="/console/disaster/card">${t('disaster-card.link')}</a></p>`
      : banner({ kind: 'warning', text: t('disaster.none') })
  }
${on ? switchedOnView({ mode: 'on', notice: on, mayChange }, visit) : ''}
${drill ? switchedOnView({ mode: 'drill', notice: drill, mayChange }, visit) : ''}
${on && heard.length === 0 ? banner({ kind: 'error', text: t('disaster.not-heard') }) : ''}
${isUnapproved ? banner({ kind: 'error', text: t('disaster.unapproved-now') }) : ''}
${
  heard.length > 0 && !isUnapproved
    ? html`<section>
<h2>${t('disaster.heard-now')}</h2>
${heardView(heard, visit)}
</section>`
    : ''
}
${
  mayChange && hasDisaster
    ? html`<section>
<h2>${t(on ? 'disaster.change' : 'disaster.start')}</h2>
<p>${t('disaster.what-happens')}</p>
${noticeFormView(form, visit)}
</section>`
    : ''
}`;
};
