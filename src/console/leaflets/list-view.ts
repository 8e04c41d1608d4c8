import { html, type View } from '../../frame/html.ts';
import { banner, status } from '../../frame/parts.ts';

interface LeafletList {
  /** Whether the live edition has the telephone number of the line. */
  readonly hasNumber: boolean;
  readonly mayEdit: boolean;
  readonly sheets: readonly {
    readonly tag: string;
    readonly name: string;
    readonly key: string;
    /** Whether a key or a telephone number on the leaflet has changed since the leaflet was printed last. */
    readonly isOutdated: boolean;
    /** Words that say when the leaflet was printed last and by whom, or that it was never printed. */
    readonly printed: string;
  }[];
}

export const leafletsView: View<LeafletList> = (
  { hasNumber, mayEdit, sheets },
  { t },
) => html`<p>${t('leaflets.what')}</p>
${hasNumber ? '' : banner({ kind: 'warning', text: t('leaflets.no-number') })}
${mayEdit ? html`<p><a class="link-target" href="/console/leaflets/names">${t('leaflets.to-names')}</a></p>` : ''}
<table class="table">
<caption>${t('leaflets.sheets')}</caption>
<thead><tr><th scope="col">${t('leaflets.key')}</th><th scope="col">${t('leaflets.language')}</th><th scope="col">${t('leaflets.printed')}</th></tr></thead>
<tbody>
${sheets.map(
  ({ tag, name, key, isOutdated, printed }) =>
    html`<tr><td data-label="${t('leaflets.key')}"><kbd>${key}</kbd></td><th scope="row" data-label="${t('leaflets.language')}"><a class="link-target" href="/console/leaflets/${tag}" lang="${tag}">${name}</a></th><td data-label="${t('leaflets.printed')}"><div>${isOutdated ? html`${status({ kind: 'warning', text: t('leaflets.outdated') })} ` : ''}${printed}</div></td></tr>`,
)}
</tbody>
</table>`;
