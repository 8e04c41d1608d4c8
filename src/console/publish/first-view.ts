import { html, type View } from '../../frame/html.ts';
import { banner } from '../../frame/parts.ts';

/** The page of publishing while the first edition is being made. There is nothing to publish or to compare yet. */
export const firstView: View<object> = (
  _data,
  { t },
) => html`${banner({ kind: 'information', text: t('publish.first') })}
<p><a class="link-target" href="/console/publish">${t('publish.job.reload')}</a></p>`;
