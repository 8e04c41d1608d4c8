import type { CallMap, MapEdge } from '../../office/rehearsal/call-map.ts';
import { lookup } from '../../words/by-name.ts';

/**
 * Sizes in the drawing. `width` and `height` are the size of a box. `right` and `down` are the distances from a corner
 * of a box to the same corner of the next box on the right or below. `edge` is the margin around the map.
 */
export const box = { width: 150, height: 46, right: 226, down: 76, edge: 10 } as const;

/** A position in the dialogue, with the upper left corner of its box in the drawing. */
interface DrawnNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A way leads directly from one position to another. In the drawing, it is an arrow. */
interface DrawnEdge extends MapEdge {
  /** The `d` attribute of the path. */
  readonly line: string;
  readonly label: { readonly x: number; readonly y: number };
  readonly isWalked: boolean;
}

/**
 * The drawing. The beginning of a call is on the left. Each topic has a row. Below these rows are the positions in
 * which the caller is put through, hears a telephone number, or has reached the end of the call.
 */
interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/**
 * Draws, for each position, the way by which calls reach it soonest, and all ways that one call took. The other ways
 * would make the drawing unreadable, so they are only in the list below the drawing.
 * @param topics the ids of all topics, in the order of their rows
 * @param steps the ways that the call took, each as `from to`
 */
export function drawCallMap(
  { nodes, edges }: CallMap,
  topics: readonly string[],
  steps: ReadonlySet<string>,
): DrawnMap {
  const middle = 1 + (topics.length - 1) / 2;
  const below = topics.length + 1;
  const fixed: Readonly<Record<string, readonly [column: number, row: number]>> = lookup({
    'choose-language': [0, middle],
    disaster: [1, 0],
    topics: [1, middle],
    transfer: [0, below],
    number: [1, below],
    ended: [2, below],
  });
  const placed = nodes.map(({ id, screen, topic, part }): DrawnNode => {
    const [column, row] = fixed[screen] ?? [2 + (part ?? 0), 1 + topics.indexOf(topic ?? '')];
    return { id, x: box.edge + column * box.right, y: box.edge + row * box.down };
  });
  const byId = new Map(placed.map((node) => [node.id, node]));
  const reached = new Set(nodes.slice(0, 1).map(({ id }) => id));
  const drawn = edges.flatMap((edge): DrawnEdge[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    const isWalked = steps.has(`${edge.from} ${edge.to}`);
    const isNearest = !reached.has(edge.to);
    reached.add(edge.to);
    if (!from || !to || from === to || (!isNearest && !isWalked)) return [];
    return [{ ...edge, ...connect(from, to), isWalked }];
  });
  return {
    width: Math.max(...placed.map(({ x }) => x)) + box.width + box.edge,
    height: Math.max(...placed.map(({ y }) => y)) + box.height + box.edge,
    nodes: placed,
    edges: drawn,
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Position of a label on its curve, from 0 to 1. It is nearer to the end, because curves from one box have separated
 * there.
 */
const labelAt = 0.66;

/** The point of a cubic curve at which its label is placed. */
function labelOn(start: Point, one: Point, other: Point, end: Point): Point {
  const [t, rest] = [labelAt, 1 - labelAt];
  const [a, b, c, d] = [rest ** 3, 3 * rest ** 2 * t, 3 * rest * t ** 2, t ** 3];
  const at = (axis: 'x' | 'y') => Math.round(a * start[axis] + b * one[axis] + c * other[axis] + d * end[axis]);
  return { x: at('x'), y: at('y') - 4 };
}

/** A curve between the facing sides of two boxes, with the position of its label. */
function connect(from: DrawnNode, to: DrawnNode): Pick<DrawnEdge, 'line' | 'label'> {
  const isOnward = to.x > from.x;
  const isBack = to.x < from.x;
  const isSideways = isOnward || isBack;
  const isDown = to.y > from.y;
  // Between two columns, the way back is drawn a little lower than the way there, so that both can be seen.
  const apart = isBack ? 12 : 0;
  const middle = { x: box.width / 2, y: box.height / 2 + apart };
  const side = { out: isOnward ? box.width : 0, in: isOnward ? 0 : box.width };
  const start = isSideways
    ? { x: from.x + side.out, y: from.y + middle.y }
    : { x: from.x + middle.x, y: from.y + (isDown ? box.height : 0) };
  const end = isSideways
    ? { x: to.x + side.in, y: to.y + middle.y }
    : { x: to.x + middle.x, y: to.y + (isDown ? 0 : box.height) };
  const bend = isSideways ? { x: (end.x - start.x) / 2, y: 0 } : { x: 0, y: (end.y - start.y) / 2 };
  const [one, other] = [
    { x: start.x + bend.x, y: start.y + bend.y },
    { x: end.x - bend.x, y: end.y - bend.y },
  ];
  const line = `M${start.x} ${start.y} C${one.x} ${one.y} ${other.x} ${other.y} ${end.x} ${end.y}`;
  return { line, label: labelOn(start, one, other, end) };
}
