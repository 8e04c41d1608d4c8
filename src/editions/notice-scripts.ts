import { advance } from '../call/advance.ts';
import { type DisasterNotice, disasterPrompts, topicsKey } from '../call/disaster.ts';
import type { Conditions } from '../call/input.ts';
import type { State } from '../call/state.ts';
import type { Turn } from '../call/step.ts';
import { walk } from '../call/walk.ts';
import { promptsInDisaster } from '../prompts/prompt-ids.ts';
import type { Edition, Script } from './edition.ts';
import { conditionsOf } from './flow.ts';

/** How often a caller has missed before decides only when a way out opens, never what is said there. */
const withoutCallMisses = ({ callMisses: _missed, ...state }: State): string => JSON.stringify(state);

/** Where a call hears something that it would not hear on an ordinary day. */
const isWarned = (state: State): boolean =>
  state.screen === 'choose-language' ||
  state.screen === 'disaster' ||
  (state.screen === 'number' && state.reason === 'disaster');

/**
 * Every script that calls can need because of one notice, each once: those that begin a call first, then those of calls that
 * were already in progress.
 */
export function* noticeScripts(edition: Edition, notice: DisasterNotice): Generator<Script> {
  const conditions: Conditions = { ...conditionsOf(edition), disaster: notice };
  const seen = new Set<Script>();
  const fresh = function* ({ steps }: Turn): Generator<Script> {
    for (const step of steps) {
      if (step.do !== 'say') continue;
      const script = edition.script(step.sayings, step.slow);
      if (!seen.has(script)) yield script;
      seen.add(script);
    }
  };
  for (const { from, turn } of walk(edition, [conditions], { identify: withoutCallMisses, goesOn: isWarned })) {
    if (from === null || isWarned(from)) yield* fresh(turn);
  }
  for (const state of inProgress(edition)) yield* fresh(advance(edition, conditions, state, { kind: 'silence' }));
}

/** Calls that have heard nothing of it yet: one in each language, at each speed. */
const inProgress = ({ id, line }: Edition): State[] =>
  line.languages.flatMap(({ tag }) =>
    [false, true].map(
      (slow): State => ({ screen: 'topics', edition: id, callMisses: 0, slow, heard: null, language: tag, misses: 0 }),
    ),
  );

/**
 * What can be spoken before anybody knows when and where: the way through a notice, and every text that one can be put
 * together from, each on its own. What is left for the moment itself is the sentence with the time, and joining.
 */
export function* scriptsBeforeNotice(edition: Edition): Generator<Script> {
  const { line, file } = edition;
  const [kind] = line.disaster?.kinds ?? [];
  if (kind === undefined) return;
  const languages = line.languages.map(({ tag }) => tag);
  for (const script of noticeScripts(edition, { id: 'x', kind, places: [], actions: [], at: null, languages })) {
    if (!isSlow(script)) yield script;
  }
  const prompts = promptsInDisaster(file).filter((prompt) => prompt !== disasterPrompts.time);
  for (const language of languages) {
    for (const prompt of prompts) {
      const saying = prompt === disasterPrompts.topics ? { prompt, language, key: topicsKey } : { prompt, language };
      yield edition.script([saying]);
    }
  }
}

const isSlow = ({ narration }: Script): boolean =>
  narration.parts.some((part) => typeof part !== 'number' && part.request.speed === 'slow');
