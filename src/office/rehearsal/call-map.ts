import type { Conditions } from '../../call/input.ts';
import type { LanguageTag, Line } from '../../call/line.ts';
import type { State } from '../../call/state.ts';
import { walk } from '../../call/walk.ts';
import { canOccur, signOf } from './path-code.ts';

/** A position in the dialogue: a screen or, for explanations, one part of one topic. */
export interface MapNode {
  /** Such as `topics` or `explanation.notice.2`. */
  readonly id: string;
  readonly screen: State['screen'];
  readonly topic: string | null;
  /** The index of the part, from 0. */
  readonly part: number | null;
}

/** The inputs that lead directly from one position to another. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** Inputs, encoded as in a path. */
  readonly signs: readonly string[];
}

/**
 * The positions of calls in one language, and the transitions between them. Three things are left out: the end of a
 * call at the limit of turns, a notice that is switched on or off during a call, and the part of the number screen that
 * says the hours. Positions nearest to the start come first. Positions that exist only without transfers or in a
 * disaster come last.
 */
export interface CallMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** The position of a call in the dialogue. */
export function nodeOf(state: State): MapNode {
  const { screen } = state;
  if (screen !== 'explanation') return { id: screen, screen, topic: null, part: null };
  const { topic, part } = state;
  return { id: `${screen}.${topic}.${part}`, screen, topic, part };
}

const known = new WeakMap<Line, Map<LanguageTag, CallMap>>();

/** Returns the map of calls in one language. The map is computed once for each line and language. */
export function mapOf(line: Line, language: LanguageTag): CallMap {
  const maps = known.get(line) ?? new Map<LanguageTag, CallMap>();
  known.set(line, maps);
  const map = maps.get(language) ?? walkMap(line, language);
  maps.set(language, map);
  return map;
}

/**
 * Walks the dialogue as callers of one language can: first on an ordinary day with transfers, then without transfers,
 * then in a disaster.
 */
function walkMap(line: Line, language: LanguageTag): CallMap {
  const alone: Line = {
    ...line,
    languages: line.languages.filter(({ tag }) => tag === language),
    // Without hours, destinations are always open, so the walk finds the transfers. The map then lacks the part that
    // says the hours.
    destinations: line.destinations.map((each) => ({ ...each, hours: undefined })),
  };
  const others = new Set(line.languages.filter(({ tag }) => tag !== language).map(({ key }) => key));
  const nodes = new Map<string, MapNode>();
  const signs = new Map<string, { readonly from: string; readonly to: string; readonly signs: Set<string> }>();
  for (const conditions of conditionsToWalk(line)) {
    for (const { from, input, turn } of walk({ id: 'map', line: alone }, [conditions], { identify: withoutCounts })) {
      const to = nodeOf(turn.state);
      nodes.set(to.id, nodes.get(to.id) ?? to);
      if (from === null || input.kind === 'call-started' || input.kind === 'limit-reached') continue;
      const start = nodeOf(from);
      if (start.screen === 'ended' || !canOccur(input, start.screen)) continue;
      const sign = signOf(input);
      // These keys choose other languages, which this map leaves out.
      if (start.screen === 'choose-language' && others.has(sign)) continue;
      const name = `${start.id} ${to.id}`;
      const edge = signs.get(name) ?? { from: start.id, to: to.id, signs: new Set() };
      edge.signs.add(sign);
      signs.set(name, edge);
    }
  }
  const edges = [...signs.values()].map((edge) => ({ ...edge, signs: [...edge.signs] }));
  return { nodes: [...nodes.values()], edges };
}

/**
 * Identifies a state without the misses of the whole call and without the speed. The map loses no position by this: too
 * many misses in the whole call lead to the same position as too many misses on one screen.
 */
const withoutCounts = ({ call: { edition, heard }, ...state }: State): string =>
  JSON.stringify({ edition, heard, ...state });

function conditionsToWalk({ disaster }: Line): Conditions[] {
  const day = { now: '2000-01-03T00:00:00Z', dialsUntried: true, mayTransfer: true, disaster: null };
  const [kind] = disaster?.kinds ?? [];
  const notice = kind === undefined ? null : { id: 'map', kind, places: [], actions: [], at: null, languages: [] };
  return [day, { ...day, mayTransfer: false }, ...(notice ? [{ ...day, disaster: notice }] : [])];
}
