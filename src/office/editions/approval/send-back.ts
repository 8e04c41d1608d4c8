import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import type { HashedText } from './approval-records.ts';
import { type ApprovalTools, readSnapshot } from './approval-tools.ts';
import { findChosen, mayDecide } from './choose.ts';

/** The outcome of sending a text back. */
export interface SendBackResult {
  readonly kind: 'sent-back' | 'not-allowed' | 'no-comment' | 'changed';
}

/**
 * Returns a text to its author with a comment on what to change. The text stays sent back until it changes or is
 * approved.
 */
export async function sendBack(
  tools: ApprovalTools,
  actor: Actor,
  text: HashedText,
  comment: string,
): Promise<SendBackResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  const why = comment.trim();
  if (why === '') return { kind: 'no-comment' };
  const snapshot = await readSnapshot(tools);
  const { found } = findChosen(snapshot, [text]);
  const [candidate] = found;
  if (!candidate) return { kind: 'changed' };
  const { language, prompt, hash } = candidate;
  const { now } = snapshot;
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
