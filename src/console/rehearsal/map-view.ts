import type { LanguageTag, Line } from '../../call/line.ts';
import { type Html, html } from '../../frame/html.ts';
import { status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import { mapOf, nodeOf } from '../../office/rehearsal/call-map.ts';
import type { RehearsedTurn } from '../../office/rehearsal/rehearse.ts';
import { box, drawCallMap } from './draw-call-map.ts';
import { placeLabel, signLabel } from './labels.ts';

/** The line and the language whose calls are mapped. */
interface MapOf {
  readonly line: Line;
  readonly tag: LanguageTag;
}

/** The map of one language, with the way that a call took. */
type DescribedMap = ReturnType<typeof describeMap>;

/** Describes the map of a language, and marks where a call has been. */
export function describeMap(t: Translate, names: Names, { line, tag }: MapOf, turns: readonly RehearsedTurn[]) {
  const map = mapOf(line, tag);
  const way = turns.map(({ state }) => nodeOf(state).id);
  const steps = new Set(way.slice(1).map((to, index) => `${way[index]} ${to}`));
  const visited = new Set(way);
  const labels = new Map(map.nodes.map((node) => [node.id, placeLabel(t, names, node)]));
  const seen = map.nodes.filter(({ id }) => visited.has(id)).length;
  const label = (signs: readonly string[]) => signs.map((sign) => signLabel(t, sign)).join(t('rehearsal.map.and'));
  const describePlace = (id: string) => ({
    id,
    name: labels.get(id) ?? id,
    isVisited: visited.has(id),
    isHere: id === way.at(-1),
  });
  const topicIds = line.topics.map(({ id }) => id);
  const { width, height, nodes, edges } = drawCallMap(map, topicIds, steps);
  return {
    language: { tag, name: names.language(tag) },
    drawing: {
      width,
      height,
      places: nodes.map(({ id, x, y }) => ({ ...describePlace(id), x, y })),
      // The label must be short, because it is drawn on an arrow.
      ways: edges.map((edge) => ({
        ...edge,
        by: edge.signs.length > 2 ? `${label(edge.signs.slice(0, 1))}…` : label(edge.signs),
      })),
    },
    places: map.nodes.map(({ id }) => ({
      ...describePlace(id),
      ways: map.edges
        .filter(({ from }) => from === id)
        .map(({ to, signs }) => ({
          to: labels.get(to) ?? to,
          by: label(signs),
          isWalked: steps.has(`${id} ${to}`),
        })),
    })),
    seen,
    total: map.nodes.length,
    percent: Math.round((100 * seen) / map.nodes.length),
  };
}

const drawing = ({ drawing: { width, height, places, ways } }: DescribedMap): Html =>
  html`<svg class="map" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="map-title map-list-title">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto-start-reverse"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>
${ways.map(({ line, isWalked }) => html`<path class="map-way${isWalked ? ' map-walked' : ''}" d="${line}" marker-end="url(#arrow)"/>`)}
${ways.map(({ label, by }) => html`<text class="map-sign" x="${label.x}" y="${label.y}">${by}</text>`)}
${places.map(({ id, name, x, y, isVisited, isHere }) => html`<g class="map-place${isVisited ? ' map-visited' : ''}${isHere ? ' map-here' : ''}" data-place="${id}"><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8"/><text x="${x + box.width / 2}" y="${y + 28}">${name}</text></g>`)}
</svg>`;

const list = ({ places }: DescribedMap, { t }: Visit): Html => html`<details class="more">
<summary id="map-list-title">${t('rehearsal.map.list')}</summary>
<ul>
${places.map(
  ({ id, name, isVisited, isHere, ways }) =>
    html`<li data-listed="${id}"><strong>${name}</strong> <span class="status${isVisited ? ' status-good' : ''}" data-visited="${t('rehearsal.map.visited')}">${t(isVisited ? 'rehearsal.map.visited' : 'rehearsal.map.not-visited')}</span>${isHere ? html` ${status({ kind: 'plain', text: t('rehearsal.map.here') })}` : ''}
<ul>
${ways.map(({ by, to, isWalked }) => html`<li>${t('rehearsal.map.way', { by, to })}${isWalked ? html` ${t('rehearsal.map.walked')}` : ''}</li>`)}
</ul>
</li>`,
)}
</ul>
</details>`;

/**
 * The positions that a call in the caller's language can reach. Those that this call has reached are marked. If the
 * caller has not chosen a language yet, a sentence says when the map appears.
 */
export function mapView(map: DescribedMap | null, visit: Visit): Html {
  const { t } = visit;
  return html`<section class="rehearsal-map" aria-labelledby="map-title">
<h2 id="map-title">${t('rehearsal.map.title', { name: map?.language.name ?? '–' })}</h2>
${
  map
    ? html`<p data-coverage data-language="${map.language.tag}" data-session="${t('rehearsal.map.session', { seen: '{seen}', total: map.total, percent: '{percent}' })}">${t('rehearsal.map.coverage', { seen: map.seen, total: map.total, percent: map.percent })}</p>
<p class="quiet">${t('rehearsal.map.about')}</p>
<div class="map-region" role="region" aria-label="${t('rehearsal.map.region')}" tabindex="0">
${drawing(map)}
</div>
${list(map, visit)}`
    : html`<p>${t('rehearsal.map.later')}</p>`
}
</section>`;
}
