import { telephoneRate } from '../../../sound/mu-law.ts';
import { readSealed } from '../../../sound/seal.ts';
import { SpeechError } from '../../../speech/engine.ts';
import { type Narration, toNarration } from '../../../speech/narration.ts';
import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import type { HashedText, Listening } from './approval-records.ts';
import { type ApprovalTools, readSnapshot } from './approval-tools.ts';
import type { ApprovalSnapshot } from './candidates.ts';
import { findChosen, mayDecide, type Refused } from './choose.ts';
import { persistCandidates, speakCandidates } from './speak-candidates.ts';

/** The outcome of starting to listen. */
export type BeginResult =
  | { readonly kind: 'begun'; readonly number: number }
  | { readonly kind: 'refused'; readonly refused: readonly Refused[] }
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  | { readonly kind: 'not-allowed' | 'nothing-chosen' };

/** The outcome of finishing a listening. */
export type EndResult =
  | { readonly kind: 'heard'; readonly texts: readonly HashedText[] }
  /** Less time has passed than the texts last: this many seconds are missing. */
  | { readonly kind: 'too-short'; readonly missing: number }
  /** `changed`: what was played is not what would be approved now. */
  | { readonly kind: 'changed' | 'unknown' | 'not-allowed' };

/** A listening with the narration to play. */
export interface OpenListening extends Listening {
  readonly narration: Narration;
}

/** The share of the whole length that has to pass. Less than all of it, because clocks and players are not exact. */
const enough = 0.9;

/** All chosen texts as one narration, one after the other, as callers would hear them. Null if any of them has changed. */
function narrationOf(snapshot: ApprovalSnapshot, texts: readonly HashedText[]): Narration | null {
  const { found, refused } = findChosen(snapshot, texts);
  if (refused.length > 0) return null;
  return toNarration(speakCandidates(snapshot, found).flatMap(({ spoken }) => spoken.normal));
}

/** Makes one narration of some texts, and records who starts to listen, to what, and when. */
export async function beginListening(
  tools: ApprovalTools,
  actor: Actor,
  texts: readonly HashedText[],
): Promise<BeginResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  if (texts.length === 0) return { kind: 'nothing-chosen' };
  const { narrator, cache, clock, records } = tools;
  const snapshot = await readSnapshot(tools);
  const { found, refused } = findChosen(snapshot, texts);
  if (refused.length > 0) return { kind: 'refused', refused };
  const chosen = speakCandidates(snapshot, found);
  // Stored before it is played, so that what is heard is what will be published. Both speeds are, so approving need not wait.
  const kept = await persistCandidates(tools, snapshot, chosen);
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
  const narration = toNarration(chosen.flatMap(({ spoken }) => spoken.normal));
  try {
    await narrator.ensure(narration);
  } catch (error) {
    if (!(error instanceof SpeechError)) throw error;
    return { kind: 'not-spoken', failures: [error] };
  }
  const bytes = await cache.read(narration.key);
  if (!bytes) return { kind: 'not-spoken', failures: [new SpeechError('The sound was there and is gone again.')] };
  const seconds = readSealed(bytes, narration.key).length / telephoneRate;
  const number = await records.listenings.begin({ texts: found, seconds, by: whoIs(actor), at: clock() });
  tools.listeningTimes.begin(number);
  return { kind: 'begun', number };
}

/** @returns null if it belongs to somebody else, or if any of its texts sounds different now */
export async function readListening(
  tools: ApprovalTools,
  { accountId }: Actor,
  number: number,
): Promise<OpenListening | null> {
  const listening = await tools.records.listenings.find(number);
  if (!listening || listening.by.accountId !== accountId) return null;
  const narration = narrationOf(await readSnapshot(tools), listening.texts);
  if (!narration) return null;
  // After a restart, the narrator does not know which narrations can be requested.
  tools.narrator.expect(narration);
  return { ...listening, narration };
}

/** Records that a person has heard all of it, if enough time has passed. */
export async function endListening(tools: ApprovalTools, actor: Actor, number: number): Promise<EndResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  const { records, clock } = tools;
  const listening = await records.listenings.find(number);
  if (!listening || listening.by.accountId !== actor.accountId) return { kind: 'unknown' };
  const passed = tools.listeningTimes.passed(listening) / 1000;
  const missing = enough * listening.seconds - passed;
  if (missing > 0) return { kind: 'too-short', missing: Math.ceil(missing) };
  if (!narrationOf(await readSnapshot(tools), listening.texts)) return { kind: 'changed' };
  await records.transaction(({ listenings }) => listenings.end(listening, passed, clock()));
  return { kind: 'heard', texts: listening.texts };
}
