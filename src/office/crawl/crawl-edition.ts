import { dialOutcomes, type Input, keys } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { withoutCallMisses } from '../../call/state.ts';
import { decodeState } from '../../call/state-code.ts';
import { messageOf } from '../../common/errors.ts';
import type { Edition } from '../editions/edition.ts';
import { agrees, checkHeard, type TurnProblem } from './check-turn.ts';
import type { CrawlFinding, CrawlResult } from './crawl-finding.ts';
import { noticeFor } from './crawl-notice.ts';
import { createListener, type Heard, type Offer, offersIn } from './heard.ts';
import { createTally, type LengthOf } from './tally.ts';
import { type Circumstance, circumstances, type Telephone } from './telephone.ts';

/** Where a call stands, as somebody at the telephone knows it. */
interface Place {
  readonly circumstance: Circumstance;
  readonly chosen: LanguageTag | null;
  readonly path: readonly string[];
  readonly heard: Heard;
}

/** What the crawl needs besides a telephone. */
export interface CrawlParts {
  readonly edition: Edition;
  readonly telephone: Telephone;
  /** Measured where there is a sound, otherwise predicted. */
  readonly lengthOf: LengthOf;
  /** Hears now and then how many answers there have been. */
  readonly report?: ((turns: number) => void) | undefined;
}

/** So many are enough to see what is wrong; a fault in one sentence is met on every way that leads past it. */
const mostFindings = 100;

const reportEvery = 100;

const ofKeys: readonly Input[] = [...keys.map((key): Input => ({ kind: 'key', key })), { kind: 'silence' }];
const ofDials = dialOutcomes.map((outcome): Input => ({ kind: 'dial-ended', outcome }));

/**
 * Calls the line on every way, in every language: with every key, a wrong one, none, while it is open, closed, and in a
 * disaster, with every end of a transfer. Which language must be heard follows from what was pressed, and what a key must do
 * from what was said of it; the line's own idea of a call is only used to know which places are the same.
 */
export async function crawlEdition({ edition, telephone, lengthOf, report }: CrawlParts): Promise<CrawlResult> {
  const listen = await createListener(edition);
  const tally = createTally(edition, lengthOf);
  const findings: CrawlFinding[] = [];
  const told = new Set<string>();
  const seen = new Set<string>();
  let waiting: Place[] = [];

  const tell = ({ problem, detail }: TurnProblem, { circumstance, chosen, path }: Omit<Place, 'heard'>) => {
    const name = `${problem} ${chosen} ${detail}`;
    if (told.has(name) || findings.length >= mostFindings) return;
    told.add(name);
    findings.push({ problem, detail, circumstance, language: chosen, path });
  };
  const arrive = (place: Place) => {
    const { heard, chosen, circumstance } = place;
    for (const problem of checkHeard(edition, edition.engine.id, heard, chosen)) tell(problem, place);
    tally.add(chosen, heard, circumstance !== 'disaster');
    if (heard.next === null) return;
    const name = `${circumstance} ${chosen} ${heard.ending} ${placeOf(edition, heard.next)}`;
    if (!seen.has(name)) waiting.push(place);
    seen.add(name);
  };
  /** One answer of the line; what goes wrong is a finding and ends this way. */
  const attempt = async (place: Omit<Place, 'heard'>, ask: () => ReturnType<Telephone['send']>) => {
    try {
      return listen(await ask());
    } catch (error) {
      tell({ problem: 'broken', detail: messageOf(error) }, place);
      return null;
    }
  };

  const kinds = circumstances.filter((each) => each !== 'disaster' || noticeFor(edition) !== null);
  for (const circumstance of kinds) {
    for (const { chosen, number } of numbersOf(edition)) {
      const place = { circumstance, chosen, path: chosen === null ? [] : [`number ${chosen}`] };
      const heard = await attempt(place, () => telephone.call(circumstance, number));
      if (heard) arrive({ ...place, heard });
    }
  }
  while (waiting.length > 0) {
    const places = waiting;
    waiting = [];
    for (const { circumstance, chosen, path, heard } of places) {
      const { next } = heard;
      if (next === null) continue;
      const offers = offersIn(heard);
      for (const input of heard.ending === 'dial' ? ofDials : ofKeys) {
        const offered = input.kind === 'key' ? offers.find(({ key }) => key === input.key) : undefined;
        const way = { circumstance, chosen: choiceOf(edition, chosen, offered, input), path: [...path, nameOf(input)] };
        const after = await attempt(way, () => telephone.send(circumstance, next, input));
        if (!after) continue;
        if (offered && !agrees(edition, offered, heard, after)) {
          tell({ problem: 'key-disagrees', detail: `${offered.prompt} (${offered.key})` }, way);
        }
        arrive({ ...way, chosen: isMenuOfLanguages(after) ? null : way.chosen, heard: after });
        if (tally.turns % reportEvery === 0) report?.(tally.turns);
      }
    }
  }
  return {
    hash: edition.hash,
    turns: tally.turns,
    languages: tally.languages(),
    sentences: tally.sentences(),
    findings,
  };
}

/** The number of all languages, and those that belong to one. */
const numbersOf = ({ file }: Edition): { chosen: LanguageTag | null; number: string | null }[] => [
  { chosen: null, number: null },
  ...file.languages.flatMap(({ tag, ownNumbers }) => ownNumbers.map((number) => ({ chosen: tag, number }))),
];

const nameOf = (input: Input): string => {
  if (input.kind === 'key') return input.key;
  return input.kind === 'dial-ended' ? input.outcome : input.kind;
};

/** The language after a key. Until one is chosen every digit means the language that the menu gave it. */
function choiceOf({ file }: Edition, chosen: LanguageTag | null, offered: Offer | undefined, input: Input) {
  if (offered?.prompt === 'language-item') return offered.language;
  if (chosen !== null || input.kind !== 'key') return chosen;
  return file.languages.find(({ key }) => key === input.key)?.tag ?? null;
}

/** Whoever hears the languages offered chooses anew. */
const isMenuOfLanguages = (heard: Heard): boolean => offersIn(heard).some(({ prompt }) => prompt === 'language-item');

/** The state in an address without what only counts misses of the whole call: it decides no words. */
function placeOf({ line }: Edition, next: string): string {
  const code = /\/turn\/([^/?]+)/.exec(next)?.[1] ?? '';
  const state = decodeState(code, () => line);
  return state ? withoutCallMisses(state) : next;
}
