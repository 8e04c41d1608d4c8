import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import type { HashedText } from './approval.ts';
import { type ApprovalTools, readSituation } from './approval-tools.ts';
import { findChosen, mayDecide } from './choose.ts';

/** What can become of sending a text back. */
export interface SendBackResult {
  readonly kind: 'sent-back' | 'not-allowed' | 'no-comment' | 'changed';
}

/** Gives a text back to its author, with what is to be done. It holds until its words or sounds change. */
export async function sendBack(
  tools: ApprovalTools,
  actor: Actor,
  text: HashedText,
  comment: string,
): Promise<SendBackResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  const why = comment.trim();
  if (why === '') return { kind: 'no-comment' };
  const situation = await readSituation(tools);
  const { found } = findChosen(situation, [text]);
  const [candidate] = found;
  if (!candidate) return { kind: 'changed' };
  const { language, prompt, hash } = candidate;
  const { now } = situation;
  const at = tools.clock();
  const by = whoIs(actor);
  await tools.records.transaction(async ({ approvals, audit }) => {
    await approvals.add({
      language,
      prompt,
      hash,
      verdict: 'sent-back',
      revision: now.isKept ? (now.find(language, prompt)?.revision ?? 0) : 0,
      lineRevision: now.isKept ? now.line.revision : 0,
      sounds: [],
      comment: why,
      by,
      at,
    });
    await audit.add({ at, who: by, act: 'text-sent-back', about: { language, prompt, comment: why } });
  });
  return { kind: 'sent-back' };
}
