import { telephoneRate } from '../../../sound/mu-law.ts';
import { readSealed } from '../../../sound/seal.ts';
import { SpeechError } from '../../../speech/engine.ts';
import { type Narration, toNarration } from '../../../speech/narration.ts';
import type { Actor } from '../../staff/desk/actor.ts';
import { whoIs } from '../../staff/desk/actor.ts';
import type { Failure } from '../prepare-audio.ts';
import type { HashedText, Listening } from './approval.ts';
import { type ApprovalTools, readSituation } from './approval-tools.ts';
import type { Situation } from './candidates.ts';
import { findChosen, mayDecide, type Refused } from './choose.ts';
import { keepCandidates, speakCandidates } from './speak-candidates.ts';

/** What can become of beginning to listen. */
export type BeginResult =
  | { readonly kind: 'begun'; readonly number: number }
  | { readonly kind: 'refused'; readonly refused: readonly Refused[] }
  | { readonly kind: 'not-spoken'; readonly failures: readonly Failure[] }
  | { readonly kind: 'not-allowed' | 'nothing-chosen' };

/** What can become of having listened. */
export type EndResult =
  | { readonly kind: 'heard'; readonly texts: readonly HashedText[] }
  /** It lasts longer than the time that has passed: so many seconds are missing. */
  | { readonly kind: 'too-short'; readonly missing: number }
  /** What was played is not what would be approved now. */
  | { readonly kind: 'changed' | 'unknown' | 'not-allowed' };

/** A listening with the file to play. */
export interface OpenListening extends Listening {
  readonly narration: Narration;
}

/** Of the whole length, so much has to pass: clocks and players are not exact. */
const enough = 0.9;

/** All chosen texts as one file, as callers would hear them one after the other. */
function narrationOf(situation: Situation, texts: readonly HashedText[]): Narration | null {
  const { found, refused } = findChosen(situation, texts);
  if (refused.length > 0) return null;
  return toNarration(speakCandidates(situation, found).flatMap(({ spoken }) => spoken.normal));
}

/** Prepares the sound of some texts, one after the other, and remembers who begins to listen, to what, and when. */
export async function beginListening(
  tools: ApprovalTools,
  actor: Actor,
  texts: readonly HashedText[],
): Promise<BeginResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  if (texts.length === 0) return { kind: 'nothing-chosen' };
  const { narrator, cache, clock, records } = tools;
  const situation = await readSituation(tools);
  const { found, refused } = findChosen(situation, texts);
  if (refused.length > 0) return { kind: 'refused', refused };
  const chosen = speakCandidates(situation, found);
  // Kept before it is heard: what is listened to is then what is kept, and approving need not wait for the slower speed.
  const kept = await keepCandidates(tools, situation, chosen);
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

/** @returns null when it is not this person's, or something in it sounds otherwise now */
export async function readListening(
  tools: ApprovalTools,
  { accountId }: Actor,
  number: number,
): Promise<OpenListening | null> {
  const listening = await tools.records.listenings.find(number);
  if (!listening || listening.by.accountId !== accountId) return null;
  const narration = narrationOf(await readSituation(tools), listening.texts);
  if (!narration) return null;
  // A restart forgets which files may be asked for.
  tools.narrator.expect(narration);
  return { ...listening, narration };
}

/** Remembers that somebody has heard all of it, if that is possible. */
export async function endListening(tools: ApprovalTools, actor: Actor, number: number): Promise<EndResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  const { records, clock } = tools;
  const listening = await records.listenings.find(number);
  if (!listening || listening.by.accountId !== actor.accountId) return { kind: 'unknown' };
  const passed = tools.listeningTimes.passed(listening) / 1000;
  const missing = enough * listening.seconds - passed;
  if (missing > 0) return { kind: 'too-short', missing: Math.ceil(missing) };
  if (!narrationOf(await readSituation(tools), listening.texts)) return { kind: 'changed' };
  await records.transaction(({ listenings }) => listenings.end(listening, passed, clock()));
  return { kind: 'heard', texts: listening.texts };
}
