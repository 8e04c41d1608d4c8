import { setImmediate } from 'node:timers/promises';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import { acceptWithReasons } from '../../words/accept-with-reasons.ts';
import { checkDraftCalmly } from '../../words/check-draft.ts';
import type { Draft } from '../../words/draft.ts';
import type { Finding } from '../../words/finding.ts';
import { todayIn } from '../../words/value-dates.ts';
import { checkFlow } from './check-flow.ts';
import { createEdition } from './edition.ts';
import { flowOf } from './flow.ts';

/** Drafts do not change: what was found holds for the day, and pages ask for it again and again. */
const known = new WeakMap<Draft, { readonly today: string; readonly findings: Promise<readonly Finding[]> }>();

/**
 * Everything that is wrong with a draft: with its words and, where those have no error, with the dialogue that they make.
 * Whoever wants to know asks this: the gates of publishing, a start from files, and `npm run prompts -- check`. Sounds that
 * are not there yet have predicted lengths. Gives way to other work between two rules, and while it walks the dialogue.
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
  const findings = await checkDraftCalmly(draft, setImmediate);
  // Words that have errors make no edition.
  if (findings.some(({ level }) => level === 'error')) return findings;
  const edition = createEdition(draft, { id: 'espeak', fingerprint: 'check' });
  const flow = await flowOf(edition, ({ request }) => predictSeconds(request) ?? 0, setImmediate);
  return [...findings, ...acceptWithReasons(checkFlow(flow), draft.reasons)];
}
