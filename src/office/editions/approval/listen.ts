import { ExplainedError } from '../../../common/explained-error.ts';
import { telephoneRate } from '../../../sound/mu-law.ts';
import { readSealed } from '../../../sound/seal.ts';
import { SpeechError } from '../../../speech/engine.ts';
import { type SpokenNarration, toNarration } from '../../../speech/narration.ts';
import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import type { HashedText, Listening } from './approval-records.ts';
import { type ApprovalTools, readSnapshot } from './approval-tools.ts';
import type { ApprovalSnapshot } from './candidates.ts';
import { findChosen, mayDecide, type Refused } from './choose.ts';
import { persistCandidates, type SpokenCandidate, speakCandidates } from './speak-candidates.ts';

/** The outcome of starting to listen. */
export type BeginResult =
  /**
   * A listening to the chosen texts. If they do not all fit into one listening, it contains only the first ones that
   * fit.
   */
  | { readonly kind: 'begun'; readonly number: number }
  | { readonly kind: 'refused'; readonly refused: readonly Refused[] }
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  /** `too-long`: a single text is longer than a sound may be. */
  | { readonly kind: 'not-allowed' | 'nothing-chosen' | 'too-long' };

/** The outcome of finishing a listening. */
export type EndResult =
  | { readonly kind: 'heard'; readonly texts: readonly HashedText[] }
  /** Too little time has passed since the listening began: this many seconds are missing. */
  | { readonly kind: 'too-short'; readonly missing: number }
  /** `changed`: what was played is not what would be approved now. */
  | { readonly kind: 'changed' | 'unknown' | 'not-allowed' };

/** How a person hears texts: played in the browser, or as a file on another machine. */
export type HowHeard = 'browser' | 'file';

/** A listening with the narration to play. */
export interface OpenListening extends Listening {
  readonly narration: SpokenNarration;
  /** How many sentences of the narration belong to each text, in the order of the texts. */
  readonly sentences: readonly number[];
}

/**
 * The share of a listening's length that must pass before it can end. It is below 1, because clocks and players are not
 * exact.
 */
const enough = 0.9;

/**
 * Maximum seconds of sound in one listening in the browser, unless a single text is longer. A longer playlist becomes
 * several listenings, so that the first sound need not wait until all others are synthesized. A person who stops early
 * has still heard the listenings that ended before.
 */
const longestListening = 60;

/**
 * Maximum seconds of a text, or of a listening as a file: the audio cache takes files of a little more than ten
 * minutes.
 */
const longestText = 600;

/** All chosen texts in order, each with the sentences that callers would hear. Null if any of the texts has changed. */
function speakChosen(snapshot: ApprovalSnapshot, texts: readonly HashedText[]): SpokenCandidate[] | null {
  const { found, refused } = findChosen(snapshot, texts);
  return refused.length > 0 ? null : speakCandidates(snapshot, found);
}

const narrationOf = (chosen: readonly SpokenCandidate[]): SpokenNarration =>
  toNarration(chosen.flatMap(({ spoken }) => spoken.normal));

/** The length of a narration with its silences. @param lengths the seconds of the sentences, by key */
const secondsOf = ({ lead, parts }: SpokenNarration, lengths: ReadonlyMap<string, number>): number =>
  parts.reduce<number>(
    (sum, part) => sum + (typeof part === 'number' ? part / 1000 : (lengths.get(part.key) ?? 0)),
    lead / 1000,
  );

/**
 * The first texts, as many as fit into one listening, and their length in seconds; their sounds are stored. If the
 * sounds of the very first text could not be made, this is the list of errors instead.
 */
type Prepared =
  | { readonly chosen: readonly SpokenCandidate[]; readonly seconds: number }
  | { readonly failures: readonly unknown[] };

/**
 * Chooses the first texts, as many as fit into one listening, and stores their sounds. The sounds are stored before
 * they are played, so that exactly what was heard is published. They are stored at both speeds, so that approving need
 * not wait for synthesis.
 * @param longest maximum seconds of sound in the listening; the very first text is used even if it is longer
 */
async function prepareFirst(
  tools: ApprovalTools,
  snapshot: ApprovalSnapshot,
  texts: readonly SpokenCandidate[],
  longest: number,
): Promise<Prepared> {
  const chosen: SpokenCandidate[] = [];
  const lengths = new Map<string, number>();
  let seconds = 0;
  for (const text of texts) {
    const kept = await persistCandidates(tools, snapshot, [text]);
    // The texts before this one can be heard. The failure is reported when a listening begins with this text.
    if ('failures' in kept) return chosen.length > 0 ? { chosen, seconds } : kept;
    for (const { key, seconds: each } of kept.entries) lengths.set(key, each);
    const together = secondsOf(narrationOf([...chosen, text]), lengths);
    if (chosen.length > 0 && together > longest) break;
    chosen.push(text);
    seconds = together;
  }
  return { chosen, seconds };
}

/**
 * Makes one narration of texts of any languages, and records who starts to listen, to which texts, and when. If the
 * texts do not all fit into one listening, only the first ones that fit are used.
 * @param how how the person listens; a file may be ten times as long as a listening in the browser
 */
export async function beginListening(
  tools: ApprovalTools,
  actor: Actor,
  texts: readonly HashedText[],
  how: HowHeard = 'browser',
): Promise<BeginResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  if (texts.length === 0) return { kind: 'nothing-chosen' };
  const { narrator, cache, clock, records } = tools;
  const snapshot = await readSnapshot(tools);
  const { found, refused } = findChosen(snapshot, texts);
  if (refused.length > 0) return { kind: 'refused', refused };
  const prepared = await prepareFirst(
    tools,
    snapshot,
    speakCandidates(snapshot, found),
    how === 'file' ? longestText : longestListening,
  );
  if ('failures' in prepared) return { kind: 'not-spoken', failures: prepared.failures };
  if (prepared.seconds > longestText) return { kind: 'too-long' };
  const narration = narrationOf(prepared.chosen);
  try {
    await narrator.ensure(narration);
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    return { kind: 'not-spoken', failures: [error] };
  }
  const bytes = await cache.read(narration.key);
  if (!bytes)
    return {
      kind: 'not-spoken',
      failures: [new SpeechError('The sound was made, but its file has disappeared from the audio cache.')],
    };
  const seconds = readSealed(bytes, narration.key).length / telephoneRate;
  const chosen = prepared.chosen.map(({ candidate }) => candidate);
  const number = await records.listenings.begin({ texts: chosen, seconds, by: whoIs(actor), at: clock() });
  tools.listeningTimes.begin(number);
  return { kind: 'begun', number };
}

/** @returns null if the listening is unknown, belongs to somebody else, or has a text that sounds different now */
export async function readListening(
  tools: ApprovalTools,
  { accountId }: Actor,
  number: number,
): Promise<OpenListening | null> {
  const listening = await tools.records.listenings.find(number);
  if (!listening || listening.by.accountId !== accountId) return null;
  const chosen = speakChosen(await readSnapshot(tools), listening.texts);
  if (!chosen) return null;
  const narration = narrationOf(chosen);
  // After a restart, the narrator does not know this narration, and could not make its file again.
  tools.narrator.register(narration);
  return { ...listening, narration, sentences: chosen.map(({ spoken }) => spoken.normal.length) };
}

/**
 * Records that a person has heard a listening to its end, if enough time has passed and no text sounds different now.
 * @param how `file`: the person says that they heard the texts as a file on another machine; the audit records this
 */
export async function endListening(
  tools: ApprovalTools,
  actor: Actor,
  number: number,
  how: HowHeard = 'browser',
): Promise<EndResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  const { records, clock } = tools;
  const listening = await records.listenings.find(number);
  if (!listening || listening.by.accountId !== actor.accountId) return { kind: 'unknown' };
  const passed = tools.listeningTimes.passed(listening) / 1000;
  const missing = enough * listening.seconds - passed;
  if (missing > 0) return { kind: 'too-short', missing: Math.ceil(missing) };
  if (!speakChosen(await readSnapshot(tools), listening.texts)) return { kind: 'changed' };
  await records.transaction(async ({ listenings, audit }) => {
    const at = clock();
    await listenings.end(listening, passed, at);
    if (how === 'browser') return;
    const { texts } = listening;
    const language = [...new Set(texts.map((text) => text.language))].join(', ');
    const prompts = texts.map(({ prompt }) => prompt).join(', ');
    const about = { language, texts: texts.length, prompts };
    await audit.add({ at, who: whoIs(actor), act: 'texts-heard-elsewhere', about });
  });
  return { kind: 'heard', texts: listening.texts };
}

/** The texts of a person's listenings, with their hashes at that time, whether or not they were heard to the end. */
export async function textsOfListenings(
  { records }: Pick<ApprovalTools, 'records'>,
  { accountId }: Actor,
  numbers: readonly number[],
): Promise<HashedText[]> {
  const found = await Promise.all(numbers.map((number) => records.listenings.find(number)));
  return found.flatMap((listening) => (listening?.by.accountId === accountId ? listening.texts : []));
}
