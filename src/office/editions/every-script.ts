import { withoutCallMisses } from '../../call/state.ts';
import { telltaleConditions, walk } from '../../call/walk.ts';
import type { Edition, Script } from './edition.ts';
import { scriptsBeforeNotice } from './notice-scripts.ts';

/**
 * Every script that a call on this edition can need, each once, nearest to the start of a call first: the menus come
 * before the explanations. A generator, so that its work can be spread out between calls.
 * Yields null for steps that found nothing new, to give the loop a place to pause.
 */
export function* everyScript(edition: Edition): Generator<Script | null> {
  const seen = new Set<Script>();
  for (const { turn } of walk(edition, telltaleConditions(edition.line), { identify: withoutCallMisses })) {
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
  for (const tag of [null, ...edition.line.languages.map((language) => language.tag)]) yield edition.whisper(tag);
}
