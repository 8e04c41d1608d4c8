import { advance } from '../../call/advance.ts';
import { type DisasterNotice, disasterPrompts, topicsKey } from '../../call/disaster.ts';
import type { Conditions } from '../../call/input.ts';
import { type State, withoutCallMisses } from '../../call/state.ts';
import type { Turn } from '../../call/step.ts';
import { walk } from '../../call/walk.ts';
import { promptsInDisaster } from '../../words/prompt-ids.ts';
import type { OfficeEdition, SpokenScript } from './edition.ts';
import { conditionsOf } from './flow.ts';

/** Whether a screen says the warning itself. */
const speaksWarning = (state: State): boolean =>
  state.screen === 'choose-language' ||
  state.screen === 'disaster' ||
  (state.screen === 'number' && state.reason === 'disaster');

/**
 * All distinct scripts that calls can need because of one notice. First come the scripts of screens with the warning,
 * those of the turn after such a screen, and those of calls in progress that hear the warning next. Then come all
 * others.
 */
export function* noticeScripts(edition: OfficeEdition, notice: DisasterNotice): Generator<SpokenScript> {
  const seen = new Set<SpokenScript>();
  for (const goesOn of [speaksWarning, () => true]) {
    for (const script of scriptsOf(edition, notice, goesOn)) {
      if (!seen.has(script)) yield script;
      seen.add(script);
    }
  }
}

function* scriptsOf(
  edition: OfficeEdition,
  notice: DisasterNotice,
  goesOn: (state: State) => boolean,
): Generator<SpokenScript> {
  // `conditionsOf` takes the review date as today. A day later, calls also say that the content may be out of date.
  const inTime: Conditions = { ...conditionsOf(edition), disaster: notice };
  const outdated = { ...inTime, now: Temporal.Instant.from(inTime.now).add({ hours: 24 }).toString() };
  const seen = new Set<SpokenScript>();
  const fresh = function* ({ steps }: Turn): Generator<SpokenScript> {
    for (const step of steps) {
      if (step.do !== 'say') continue;
      const script = edition.script(step.sayings, step.slow, step.afterConnecting);
      if (!seen.has(script)) yield script;
      seen.add(script);
    }
  };
  for (const { from, turn } of walk(edition, [inTime, outdated], { identify: withoutCallMisses, goesOn })) {
    if (from === null || goesOn(from)) yield* fresh(turn);
  }
  for (const state of inProgress(edition)) yield* fresh(advance(edition, inTime, state, { kind: 'silence' }));
}

/** States of calls in progress that have not heard the notice: one per language and speed. */
const inProgress = ({ id, line }: OfficeEdition): State[] =>
  line.languages.flatMap(({ tag }) =>
    [false, true].map(
      (slow): State => ({
        screen: 'topics',
        call: { edition: id, misses: 0, slow, heard: null },
        language: tag,
        misses: 0,
      }),
    ),
  );

/**
 * The scripts that can be made before the details of a disaster are known. First come the turns of a notice without
 * details. Then comes every text from which a notice can be assembled, separately and at both speeds. Only the sentence
 * with the time has to wait for the notice; the line joins the other sentences without the office.
 */
export function* scriptsBeforeNotice(edition: OfficeEdition): Generator<SpokenScript> {
  const { line, file } = edition;
  const [kind] = line.disaster?.kinds ?? [];
  if (kind === undefined) return;
  const languages = line.languages.map(({ tag }) => tag);
  const notice: DisasterNotice = { id: 'x', kind, places: [], actions: [], at: null, languages };
  yield* scriptsOf(edition, notice, speaksWarning);
  const prompts = promptsInDisaster(file).filter((prompt) => prompt !== disasterPrompts.time);
  for (const language of languages) {
    for (const prompt of prompts) {
      const saying = prompt === disasterPrompts.topics ? { prompt, language, key: topicsKey } : { prompt, language };
      yield edition.script([saying]);
      yield edition.script([saying], true);
    }
  }
}
