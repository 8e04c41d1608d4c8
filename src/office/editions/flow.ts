import { advance } from '../../call/advance.ts';
import { type Conditions, keys } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { State } from '../../call/state.ts';
import type { Saying, Turn } from '../../call/step.ts';
import { narrationShape } from '../../sound/join-narration.ts';
import type { SpokenSentence } from '../../speech/narration.ts';
import type { OfficeEdition } from './edition.ts';

/** Measurements of a dialogue that can be made without hearing it. */
export interface Flow {
  /** Seconds that the line waits for a key, by screen. */
  readonly waits: readonly { readonly screen: State['screen']; readonly seconds: number }[];
  /**
   * Key presses from the start of a call to each topic in each language; Infinity if the search does not find the
   * topic.
   */
  readonly presses: readonly { readonly language: LanguageTag; readonly topic: string; readonly count: number }[];
  /** Milliseconds of pause after each option. */
  readonly gaps: readonly number[];
  /** Milliseconds of each planned silence. */
  readonly silences: readonly number[];
  /** Seconds from the start of a call to the end of the item that offers each language. */
  readonly languagesHeard: readonly { readonly language: LanguageTag; readonly seconds: number }[];
  /** The topics of each language's menu, as the ids of their menu prompts, in spoken order. */
  readonly topicOrder: ReadonlyMap<LanguageTag, readonly string[]>;
}

/** The length of a sentence in seconds: measured, or predicted if it has no sound yet. */
export type SecondsOf = (spoken: SpokenSentence) => number;

/** The search for topics stops after this many key presses. */
const mostPresses = 6;

/** Conditions under which no call is transferred, so that telephone numbers are said instead. */
export const conditionsOf = ({ line }: Pick<OfficeEdition, 'line'>): Conditions => ({
  now: Temporal.PlainDate.from(line.reviewBy).toZonedDateTime(line.timeZone).toInstant().toString(),
  dialsUntried: false,
  mayTransfer: false,
  disaster: null,
});

/** Number of turns to process before yielding to other work. Processing them takes a millisecond or two. */
const atOnce = 25;

/**
 * Measures the turns that calls consist of: menus, retries, explanations and telephone numbers in each language.
 * @param rest yields to other work; by default it does nothing
 */
export async function flowOf(
  edition: OfficeEdition,
  secondsOf: SecondsOf,
  rest: () => Promise<unknown> = async () => {},
): Promise<Flow> {
  const turns = await turnsNear(edition, rest);
  const said: (readonly (SpokenSentence | number)[])[] = [];
  for (const [index, turn] of turns.entries()) {
    if (index % atOnce === 0) await rest();
    for (const sayings of sayingsOf(turn)) said.push(edition.script(sayings).narration.parts);
  }
  const menus = edition.line.languages.map(({ tag }) => {
    const menu = advance(edition, conditionsOf(edition), null, { kind: 'call-started', language: tag });
    const offered = sayingsOf(menu).flat();
    const ofTopics = offered.filter(({ prompt }) => /^topic\..*\.menu$/.test(prompt));
    return [tag, ofTopics.map(({ prompt }) => prompt)] as const;
  });
  await rest();
  const presses = await pressesTo(edition, rest);
  return {
    waits: turns.flatMap(({ state, steps }) =>
      steps.flatMap((step) => (step.do === 'wait-for-key' ? [{ screen: state.screen, seconds: step.seconds }] : [])),
    ),
    presses,
    gaps: said.flatMap((parts) =>
      parts.filter((part, index) => typeof part === 'number' && offersKey(parts[index - 1])).map(Number),
    ),
    silences: [
      ...Object.values(narrationShape.lead),
      narrationShape.tail,
      ...said.flat().flatMap((part) => (typeof part === 'number' ? [part] : pausesIn(part))),
    ],
    languagesHeard: languagesHeard(edition, secondsOf),
    topicOrder: new Map(menus),
  };
}

const sayingsOf = ({ steps }: Turn): (readonly Saying[])[] =>
  steps.flatMap((step) => (step.do === 'say' ? [step.sayings] : []));

const offersKey = (part: SpokenSentence | number | undefined): boolean =>
  typeof part === 'object' &&
  part.sentence.segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'key');

const pausesIn = ({ request }: SpokenSentence): number[] =>
  request.pieces.flatMap((piece) => (piece.kind === 'pause' ? [piece.milliseconds] : []));

/**
 * The first turn of a call, the topics menu of each language, and all turns that follow one of these within two inputs.
 */
async function turnsNear(edition: OfficeEdition, rest: () => Promise<unknown>): Promise<Turn[]> {
  const conditions = conditionsOf(edition);
  const inputs = [...keys.map((key) => ({ kind: 'key', key }) as const), { kind: 'silence' } as const];
  const after = ({ state }: Turn) => inputs.map((input) => advance(edition, conditions, state, input));
  const first = advance(edition, conditions, null, { kind: 'call-started' });
  const menus = edition.line.languages.map(({ tag }) =>
    advance(edition, conditions, null, { kind: 'call-started', language: tag }),
  );
  const all = new Map<string, Turn>();
  for (const menu of [first, ...menus]) {
    for (const near of [menu, ...after(menu)]) {
      for (const turn of [near, ...after(near)]) all.set(JSON.stringify(turn), turn);
      await rest();
    }
  }
  return [...all.values()];
}

/** Counts the key presses to each topic, by a breadth-first search over key presses. */
async function pressesTo(edition: OfficeEdition, rest: () => Promise<unknown>): Promise<Flow['presses']> {
  const conditions = conditionsOf(edition);
  const found = new Map<string, number>();
  const seen = new Set<string>();
  let states = [advance(edition, conditions, null, { kind: 'call-started' }).state];
  const wanted = edition.line.languages.flatMap(({ tag }) => edition.line.topics.map(({ id }) => ({ tag, id })));
  for (let count = 1; count <= mostPresses && found.size < wanted.length; count++) {
    const next: State[] = [];
    for (const [index, from] of states.entries()) {
      if (index % atOnce === 0) await rest();
      for (const key of keys) {
        const { state } = advance(edition, conditions, from, { kind: 'key', key });
        const code = JSON.stringify(state);
        if (seen.has(code)) continue;
        seen.add(code);
        next.push(state);
        if (state.screen !== 'explanation' || state.part !== 0) continue;
        const name = `${state.language} ${state.topic}`;
        found.set(name, found.get(name) ?? count);
      }
    }
    states = next;
  }
  return wanted.map(({ tag, id }) => ({
    language: tag,
    topic: id,
    count: found.get(`${tag} ${id}`) ?? Number.POSITIVE_INFINITY,
  }));
}

/** When the item of each language in the first menu ends, in seconds from the start of the call. */
function languagesHeard(edition: OfficeEdition, secondsOf: SecondsOf): Flow['languagesHeard'] {
  const [sayings = []] = sayingsOf(advance(edition, conditionsOf(edition), null, { kind: 'call-started' }));
  const heard: { language: LanguageTag; seconds: number }[] = [];
  const { lead, parts } = edition.script(sayings, false, true).narration;
  let now = lead / 1000;
  for (const part of parts) {
    now += typeof part === 'number' ? part / 1000 : secondsOf(part);
    if (typeof part !== 'number' && part.sentence.prompt === 'language-item') {
      heard.push({ language: part.sentence.language, seconds: now });
    }
  }
  return heard;
}
