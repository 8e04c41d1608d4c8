import type { Draft } from '../../words/draft.ts';
import type { Finding } from '../../words/finding.ts';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import { checkFlow } from './check-flow.ts';
import { createEdition } from './edition.ts';
import { flowOf } from './flow.ts';

/**
 * Everything that is wrong with the dialogue that a draft makes, with predicted lengths in place of sounds that are not there
 * yet. Words that have errors make no edition: a draft is looked at like this only when its words have none.
 */
export function checkDialogue(draft: Draft): Finding[] {
  const edition = createEdition(draft, { id: 'espeak', fingerprint: 'check' });
  return checkFlow(flowOf(edition, ({ request }) => predictSeconds(request) ?? 0));
}
