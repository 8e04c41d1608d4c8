import { advance } from '../../call/advance.ts';
import { type DisasterNotice, disasterPrompts, topicsKey } from '../../call/disaster.ts';
import type { Conditions } from '../../call/input.ts';
import { type State, withoutCallMisses } from '../../call/state.ts';
import type { Turn } from '../../call/step.ts';
import { walk } from '../../call/walk.ts';
import { promptsInDisaster } from '../../words/prompt-ids.ts';
import type { Edition, Script } from './edition.ts';
import { conditionsOf } from './flow.ts';

/** Where a call hears the warning itself. Elsewhere it only hears no offer of a person: sentences that are spoken already. */
const isWarned = (state: State): boolean =>
  state.screen === 'choose-language' ||
  state.screen === 'disaster' ||
  (state.screen === 'number' && state.reason === 'disaster');

/**
 * Every script that calls can need because of one notice, each once: those that begin a call first, then those of calls that
 * were already in progress, and the rest of the guidance, in which no person is offered now.
 */
export function* noticeScripts(edition: Edition, notice: DisasterNotice): Generator<Script> {
  const seen = new Set<Script>();
  for (const walksOn of [isWarned, () => true]) {
    for (const script of scriptsOf(edition, notice, walksOn)) {
      if (!seen.has(script)) yield script;
      seen.add(script);
    }
  }
}

function* scriptsOf(edition: Edition, notice: DisasterNotice, walksOn: (state: State) => boolean): Generator<Script> {
  const inTime: Conditions = { ...conditionsOf(edition), disaster: notice };
  const outdated = { ...inTime, now: Temporal.Instant.from(inTime.now).add({ hours: 24 }).toString() };
  const seen = new Set<Script>();
  const fresh = function* ({ steps }: Turn): Generator<Script> {
    for (const step of steps) {
      if (step.do !== 'say') continue;
      const script = edition.script(step.sayings, step.slow, step.afterConnecting);
      if (!seen.has(script)) yield script;
      seen.add(script);
    }
  };
  for (const { from, turn } of walk(edition, [inTime, outdated], { identify: withoutCallMisses, goesOn: walksOn })) {
    if (from === null || walksOn(from)) yield* fresh(turn);
  }
  for (const state of inProgress(edition)) yield* fresh(advance(edition, inTime, state, { kind: 'silence' }));
}

/** Calls that have heard nothing of it yet: one in each language, at each speed. */
const inProgress = ({ id, line }: Edition): State[] =>
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
 * What can be spoken before anybody knows when and where: the way through a notice, and every text that one can be put
 * together from, each on its own and at both speeds. Only the sentence with the time is left for the moment itself; the line
 * joins the others without an office.
 */
export function* scriptsBeforeNotice(edition: Edition): Generator<Script> {
  const { line, file } = edition;
  const [kind] = line.disaster?.kinds ?? [];
  if (kind === undefined) return;
  const languages = line.languages.map(({ tag }) => tag);
  const notice: DisasterNotice = { id: 'x', kind, places: [], actions: [], at: null, languages };
  yield* scriptsOf(edition, notice, isWarned);
  const prompts = promptsInDisaster(file).filter((prompt) => prompt !== disasterPrompts.time);
  for (const language of languages) {
    for (const prompt of prompts) {
      const saying = prompt === disasterPrompts.topics ? { prompt, language, key: topicsKey } : { prompt, language };
      yield edition.script([saying]);
      yield edition.script([saying], true);
    }
  }
}
