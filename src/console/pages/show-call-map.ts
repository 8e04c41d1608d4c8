import type { CallMap, MapNode } from '../../office/rehearsal/call-map.ts';
import { nodeOf } from '../../office/rehearsal/call-map.ts';
import type { RehearsedTurn } from '../../office/rehearsal/rehearse.ts';
import type { Translate } from '../texts/texts.ts';
import { drawCallMap } from './draw-call-map.ts';
import { showPlace, showSign } from './rehearsal-words.ts';

/** The map of a language with the way of this call in it. */
export function showCallMap(
  t: Translate,
  map: CallMap,
  turns: readonly RehearsedTurn[],
  topics: readonly { readonly id: string }[],
) {
  const way = turns.map(({ state }) => nodeOf(state).id);
  const steps = new Set(way.slice(1).map((to, index) => `${way[index]} ${to}`));
  const visited = new Set(way);
  const known = new Map(map.nodes.map((node) => [node.id, showPlace(t, node)]));
  const seen = map.nodes.filter(({ id }) => visited.has(id)).length;
  const label = (signs: readonly string[]) => signs.map((sign) => showSign(t, sign)).join(t('rehearsal.map.and'));
  return {
    drawing: drawCallMap(
      map,
      topics.map(({ id }) => id),
      steps,
    ),
    nodes: map.nodes.map((node: MapNode) => ({
      id: node.id,
      name: known.get(node.id) ?? node.id,
      isVisited: visited.has(node.id),
      isHere: node.id === way.at(-1),
      ways: map.edges
        .filter(({ from }) => from === node.id)
        .map(({ to, signs }) => ({
          to: known.get(to) ?? to,
          by: label(signs),
          isWalked: steps.has(`${node.id} ${to}`),
        })),
    })),
    /** Short enough to stand beside a line. */
    shortLabel: (signs: readonly string[]) => (signs.length > 2 ? `${label(signs.slice(0, 1))}…` : label(signs)),
    seen,
    total: map.nodes.length,
    percent: Math.round((100 * seen) / map.nodes.length),
  };
}
