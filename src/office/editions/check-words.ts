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

/**
 * The findings of each draft are cached, because drafts never change and pages ask for findings often. Findings depend
 * on the date, so the date is stored too.
 */
const known = new WeakMap<Draft, { readonly today: string; readonly findings: Promise<readonly Finding[]> }>();

/**
 * Checks the words of a draft and, if they have no errors, the resulting dialogue. Used by the publishing gates, by a
 * start from files, and by `npm run prompts -- check`. The lengths of sounds are predicted from the words. Yields to
 * the event loop between rules and while it measures the dialogue.
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
  const findings = await checkDraftInSteps(draft);
  // With errors, an edition may lack words, or may be impossible to create.
  if (findings.some(({ level }) => level === 'error')) return findings;
  const edition = createEdition(draft, { id: 'espeak', fingerprint: 'check' });
  const flow = await flowOf(edition, ({ request }) => predictSeconds(request) ?? 0, setImmediate);
  return [...findings, ...acceptWithReasons(checkFlow(flow), draft.reasons)];
}
