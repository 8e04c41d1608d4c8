import { dialOutcomes, type Input, keys } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { withoutCallMisses } from '../../call/state.ts';
import { decodeState } from '../../call/state-code.ts';
import { messageOf } from '../../common/errors.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import { agrees, checkHeard, type TurnProblem } from './check-turn.ts';
import type { CrawlFinding, CrawlResult } from './crawl-finding.ts';
import { createListener, type Heard, type Offer, offersIn } from './heard.ts';
import { createTally, type LengthOf } from './tally.ts';
import type { Occasion, Telephone } from './telephone.ts';

/** The position of a call, as the caller knows it. */
interface CallPosition {
  readonly occasion: Occasion;
  readonly chosen: LanguageTag | null;
  readonly path: readonly string[];
  readonly heard: Heard;
}

/** What the crawl needs besides a telephone. */
interface CrawlParts {
  readonly edition: OfficeEdition;
  readonly occasions: readonly Occasion[];
  readonly telephone: Telephone;
  /** The length of a sentence: measured where there is a sound, otherwise predicted. */
  readonly lengthOf: LengthOf;
  /** Called regularly with the number of answers so far. */
  readonly report?: ((turns: number) => void) | undefined;
}

/**
 * Maximum number of findings. A hundred are enough to see what is wrong, because one fault can cause a finding in every
 * language and for every key.
 */
const mostFindings = 100;

const reportEvery = 100;

const keyInputs: readonly Input[] = [...keys.map((key): Input => ({ kind: 'key', key })), { kind: 'silence' }];
const dialInputs = dialOutcomes.map((outcome): Input => ({ kind: 'dial-ended', outcome }));

/**
 * During a closure, the crawl presses only the keys of these offers. They lead to the texts about the closure, and make
 * the line say these texts again or at the other speed.
 */
const offersToPeople: ReadonlySet<string> = new Set([
  ...['language-item', 'person', 'number-to-call'],
  ...['again', 'slower', 'normal-speed'],
]);

/**
 * Crawls every path of the line in every language. Wherever the line waits for a key, the crawl tries every key and
 * also silence. At a transfer, it tries every outcome. It calls during opening hours, outside opening hours and in a
 * disaster. It also calls during closures on certain days, but then presses only the keys of `offersToPeople`, because
 * everything else is the same as outside opening hours.
 *
 * The expected language follows from the number called and the keys pressed. The expected effect of a key follows from
 * its announcement. The line's own state is used only to recognise positions that the crawl has already visited.
 */
export async function crawlEdition({
  edition,
  occasions,
  telephone,
  lengthOf,
  report,
}: CrawlParts): Promise<CrawlResult> {
  const listen = await createListener(edition);
  const tally = createTally(edition, lengthOf);
  const findings: CrawlFinding[] = [];
  const reported = new Set<string>();
  const seen = new Set<string>();
  let waiting: CallPosition[] = [];

  const addFinding = ({ problem, detail }: TurnProblem, { occasion, chosen, path }: Omit<CallPosition, 'heard'>) => {
    const name = `${problem} ${chosen} ${detail}`;
    if (reported.has(name) || findings.length >= mostFindings) return;
    reported.add(name);
    findings.push({ problem, detail, circumstance: occasion.circumstance, language: chosen, path });
  };
  const arrive = (position: CallPosition) => {
    const { heard, chosen, occasion } = position;
    for (const problem of checkHeard(edition, edition.engine.id, heard, chosen)) addFinding(problem, position);
    tally.add(chosen, heard, occasion.circumstance !== 'disaster');
    if (heard.next === null) return;
    const name = `${occasions.indexOf(occasion)} ${chosen} ${heard.ending} ${positionKey(edition, heard.next)}`;
    if (!seen.has(name)) waiting.push(position);
    seen.add(name);
  };
  /** Gets one answer of the line. An error becomes a finding and ends this path. */
  const attempt = async (position: Omit<CallPosition, 'heard'>, ask: () => ReturnType<Telephone['send']>) => {
    try {
      return listen(await ask());
    } catch (error) {
      addFinding({ problem: 'broken', detail: messageOf(error) }, position);
      return null;
    }
  };

  for (const occasion of occasions) {
    for (const { chosen, number } of numbersOf(edition)) {
      const position = { occasion, chosen, path: chosen === null ? [] : [`number ${chosen}`] };
      const heard = await attempt(position, () => telephone.call(occasion, number));
      if (heard) arrive({ ...position, heard });
    }
  }
  while (waiting.length > 0) {
    const positions = waiting;
    waiting = [];
    for (const { occasion, chosen, path, heard } of positions) {
      const { next } = heard;
      if (next === null) continue;
      const offers = offersIn(heard);
      for (const input of heard.ending === 'dial' ? dialInputs : keyInputs) {
        const offered = input.kind === 'key' ? offers.find(({ key }) => key === input.key) : undefined;
        if (occasion.circumstance === 'closure' && !offersToPeople.has(offered?.prompt ?? '')) continue;
        const step = {
          occasion,
          chosen: choiceOf(edition, chosen, offered, input),
          path: [...path, nameOf(input)],
        };
        const after = await attempt(step, () => telephone.send(occasion, next, input));
        if (!after) continue;
        if (offered && !agrees(edition, offered, heard, after)) {
          addFinding({ problem: 'key-disagrees', detail: `${offered.prompt} (${offered.key})` }, step);
        }
        arrive({ ...step, chosen: isLanguageMenu(after) ? null : step.chosen, heard: after });
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

/** The general number, and the numbers that belong to one language. */
const numbersOf = ({ file }: OfficeEdition): { chosen: LanguageTag | null; number: string | null }[] => [
  { chosen: null, number: null },
  ...file.languages.flatMap(({ tag, ownNumbers }) => ownNumbers.map((number) => ({ chosen: tag, number }))),
];

const nameOf = (input: Input): string => {
  if (input.kind === 'key') return input.key;
  return input.kind === 'dial-ended' ? input.outcome : input.kind;
};

/**
 * The caller's language after an input. Until a language is chosen, a key chooses the language that has this key in the
 * language menu.
 */
function choiceOf({ file }: OfficeEdition, chosen: LanguageTag | null, offered: Offer | undefined, input: Input) {
  if (offered?.prompt === 'language-item') return offered.language;
  if (chosen !== null || input.kind !== 'key') return chosen;
  return file.languages.find(({ key }) => key === input.key)?.tag ?? null;
}

/** Whether an answer plays the language menu, where the caller chooses a language again. */
const isLanguageMenu = (heard: Heard): boolean => offersIn(heard).some(({ prompt }) => prompt === 'language-item');

/**
 * Identifies the state in an address. States that differ only in the misses of the whole call count as the same. This
 * leaves out no text, because too many misses in the whole call have the same effect as too many on one screen.
 */
function positionKey({ line }: OfficeEdition, next: string): string {
  const code = /\/turn\/([^/?]+)/.exec(next)?.[1] ?? '';
  const state = decodeState(code, () => line);
  return state ? withoutCallMisses(state) : next;
}
