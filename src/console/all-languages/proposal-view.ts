import { html, type View } from '../../frame/html.ts';
import { ifAny } from '../../frame/parts.ts';
import type { ReadingProposal } from '../../office/readings/propose-readings.ts';

/** What staff have to check in the readings that the dictionary proposes. The readings themselves are in the text field. */
export const proposalView: View<ReadingProposal> = (
  { differences, unknown },
  { t },
) => html`<div class="banner banner-information" role="status" data-answer><p><strong>${t('all-languages.readings.put')}</strong></p>
${ifAny(
  differences,
  (some) => html`<p>${t('all-languages.readings.differences')}</p>
<ul>
${some.map(
  ({ written, before, dictionary, used, from }) =>
    html`<li>${t('all-languages.readings.difference', { written, before, from, dictionary, used })}</li>`,
)}
</ul>`,
)}
${unknown.length > 0 ? html`<p>${t('all-languages.readings.unknown', { words: unknown.join('、') })}</p>` : ''}
</div>`;
