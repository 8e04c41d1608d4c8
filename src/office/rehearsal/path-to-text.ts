import { advance } from '../../call/advance.ts';
import { type State, withoutCallMisses } from '../../call/state.ts';
import type { TextRef, Turn } from '../../call/step.ts';
import { everyInput } from '../../call/walk.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import { canOccur, type RehearsedInput } from './path-code.ts';
import { conditionsIn, lineIn, type Situation } from './situation.ts';

/** Maximum number of states to search: more than callers of one language can reach. */
const mostStates = 20_000;

const inputs = everyInput.filter((input): input is RehearsedInput => input.kind !== 'limit-reached');

/**
 * The shortest call in which callers hear a text.
 * @returns the inputs of the call; null if no call in this situation reaches the text
 */
export function pathToText(
  edition: OfficeEdition,
  situation: Situation,
  text: TextRef,
): readonly RehearsedInput[] | null {
  const line = lineIn(edition.line, situation);
  const conditions = conditionsIn(line, situation);
  const called = { id: 'path', line };
  const first = advance(called, conditions, null, {
    kind: 'call-started',
    language: situation.language ?? undefined,
  });
  if (says(first, text)) return [];
  const seen = new Set([withoutCallMisses(first.state)]);
  let frontier: { readonly state: State; readonly path: readonly RehearsedInput[] }[] = [
    { state: first.state, path: [] },
  ];
  while (frontier.length > 0 && seen.size < mostStates) {
    const next: typeof frontier = [];
    for (const { state, path } of frontier) {
      for (const input of inputs) {
        if (!canOccur(input, state.screen)) continue;
        const turn = advance(called, conditions, state, input);
        const longer = [...path, input];
        if (says(turn, text)) return longer;
        const code = withoutCallMisses(turn.state);
        if (seen.has(code) || !leadsOn(turn, text)) continue;
        seen.add(code);
        next.push({ state: turn.state, path: longer });
      }
    }
    frontier = next;
  }
  return null;
}

const says = ({ steps }: Turn, { language, prompt }: TextRef): boolean =>
  steps.some(
    (step) => step.do === 'say' && step.sayings.some((each) => each.language === language && each.prompt === prompt),
  );

/** Whether the call continues, and either no language is chosen yet or the language of the text is chosen. */
const leadsOn = ({ state, steps }: Turn, { language }: TextRef): boolean =>
  !steps.some((step) => step.do === 'hang-up') &&
  (state.screen === 'choose-language' || state.language === null || state.language === language);
