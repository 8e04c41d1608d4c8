import { representativeConditions } from '../../call/representative-conditions.ts';
import { emergency, outOfOrder } from '../../call/say.ts';
import { withoutCallMisses } from '../../call/state.ts';
import { walk } from '../../call/walk.ts';
import { inSlices } from '../../common/slices.ts';
import type { SpokenNarration } from '../../speech/narration.ts';
import { namesMoment } from '../../words/moment-facts.ts';
import { promptsOfClosures } from '../../words/prompt-ids.ts';
import type { OfficeEdition, SpokenScript } from './edition.ts';
import { openingSayings } from './every-saying.ts';
import { scriptsBeforeNotice } from './notice-scripts.ts';

/**
 * Caches the narrations of the last edition: preparing, crawling and publishing need the same list, and collecting it
 * takes most of a second.
 */
let known = new WeakMap<OfficeEdition, Promise<SpokenNarration[]>>();

/** All distinct narrations of an edition. Yields to the event loop while it collects them. */
export function everyNarration(edition: OfficeEdition): Promise<readonly SpokenNarration[]> {
  const before = known.get(edition);
  if (before) return before;
  const narrations = collect(edition);
  // Only one list is cached, and it is released together with its edition.
  known = new WeakMap([[edition, narrations]]);
  narrations.catch(() => known.delete(edition));
  return narrations;
}

async function collect(edition: OfficeEdition): Promise<SpokenNarration[]> {
  const narrations = new Map<string, SpokenNarration>();
  const endOfStep = inSlices();
  for (const script of everyScript(edition)) {
    if (script) narrations.set(script.narration.key, script.narration);
    await endOfStep();
  }
  return [...narrations.values()];
}

/**
 * Yields the scripts that calls on this edition can need. Those nearest to the start of a call come first, so menus
 * come before explanations. This is a generator, so that its work can be spread out. It yields null for a step without
 * a new script.
 */
export function* everyScript(edition: OfficeEdition): Generator<SpokenScript | null> {
  const seen = new Set<SpokenScript>();
  for (const { turn } of walk(edition, representativeConditions(edition.line), { identify: withoutCallMisses })) {
    for (const step of turn.steps) {
      if (step.do !== 'say') continue;
      const script = edition.script(step.sayings, step.slow, step.afterConnecting);
      yield seen.has(script) ? null : script;
      seen.add(script);
    }
  }
  for (const script of scriptsBeforeNotice(edition)) {
    yield seen.has(script) ? null : script;
    seen.add(script);
  }
  // There may be many days on which destinations open again, so not every turn that names such a day is narrated. The
  // sentences that name these days are synthesized separately, and the line joins them with the other sentences of a
  // turn.
  for (const saying of openingSayings(edition)) {
    yield edition.script([saying]);
    yield edition.script([saying], true);
  }
  // The texts of closures are synthesized in advance, so that the office can announce a closure immediately.
  for (const prompt of promptsOfClosures(edition.file).filter((each) => !namesMoment(each))) {
    for (const { tag } of edition.line.languages) {
      yield edition.script([{ prompt, language: tag }]);
      yield edition.script([{ prompt, language: tag }], true);
    }
  }
  // The fallback plays these narrations while the server does not answer. Nobody could join them then, so they are
  // joined in advance.
  if (edition.file.fallback !== undefined) {
    for (const prompt of [outOfOrder, emergency]) {
      for (const { tag } of edition.line.languages) yield edition.script([{ prompt, language: tag }]);
    }
  }
  for (const tag of [null, ...edition.line.languages.map((language) => language.tag)]) yield edition.whisper(tag);
}
