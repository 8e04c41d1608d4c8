import { setImmediate } from 'node:timers/promises';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import { checkDraftCalmly } from '../../words/check-draft.ts';
import type { Draft } from '../../words/draft.ts';
import type { Finding } from '../../words/finding.ts';
import { checkFlow } from './check-flow.ts';
import { createEdition } from './edition.ts';
import { flowOf } from './flow.ts';

/**
 * Everything that is wrong with a draft: with its words and, where those have no error, with the dialogue that they make.
 * Whoever wants to know asks this: the gates of publishing, a start from files, and `npm run prompts -- check`. Sounds that
 * are not there yet have predicted lengths. Gives way to other work between two rules.
 */
export async function checkWords(draft: Draft): Promise<Finding[]> {
  const findings = await checkDraftCalmly(draft, setImmediate);
  // Words that have errors make no edition.
  if (findings.some(({ level }) => level === 'error')) return findings;
  const edition = createEdition(draft, { id: 'espeak', fingerprint: 'check' });
  return [...findings, ...checkFlow(flowOf(edition, ({ request }) => predictSeconds(request) ?? 0))];
}
