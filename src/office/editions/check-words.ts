import { setImmediate } from 'node:timers/promises';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import { checkDraftInSteps } from '../../words/check-draft.ts';
import type { Draft } from '../../words/draft.ts';
import type { Finding } from '../../words/finding.ts';
import { acceptWithReasons } from '../../words/reasons.ts';
import { todayIn } from '../../words/value-dates.ts';
import { checkFlow } from './check-flow.ts';
import { createEdition } from './edition.ts';
import { flowOf } from './flow.ts';

/** A draft object never changes and pages ask for its findings often, so they are cached; they can change with the date. */
const known = new WeakMap<Draft, { readonly today: string; readonly findings: Promise<readonly Finding[]> }>();

/**
 * Finds everything that is wrong with a draft: in its words and, if those have no errors, in the resulting dialogue. Used by
 * the publishing gates, by a start from files, and by `npm run prompts -- check`. The lengths of missing sounds are predicted.
 * Yields to other work between rules and while it walks the dialogue.
 */
export function checkWords(draft: Draft): Promise<readonly Finding[]> {
  const today = todayIn(draft.line.timeZone);
  const before = known.get(draft);
  if (before?.today === today) return before.findings;
  const findings = check(draft);
  known.set(draft, { today, findings });
  findings.catch(() => known.delete(draft));
  return findings;
}

async function check(draft: Draft): Promise<readonly Finding[]> {
  const findings = await checkDraftInSteps(draft, setImmediate);
  // An edition cannot be created from words that have errors.
  if (findings.some(({ level }) => level === 'error')) return findings;
  const edition = createEdition(draft, { id: 'espeak', fingerprint: 'check' });
  const flow = await flowOf(edition, ({ request }) => predictSeconds(request) ?? 0, setImmediate);
  return [...findings, ...acceptWithReasons(checkFlow(flow), draft.reasons)];
}
