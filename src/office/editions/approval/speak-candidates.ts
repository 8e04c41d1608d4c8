import { SpeechError } from '../../../speech/engine.ts';
import { keepSounds } from '../keep-sounds.ts';
import type { SoundEntry } from '../manifest.ts';
import type { Failure } from '../prepare-audio.ts';
import type { ApprovalTools } from './approval-tools.ts';
import type { Candidate, Situation } from './candidates.ts';
import { createTextSpeaker, type SpokenText } from './spoken-text.ts';

/** A candidate and all of its sentences. */
export interface SpokenCandidate {
  readonly candidate: Candidate;
  readonly spoken: SpokenText;
}

/** Finds the sentences of some candidates; one that cannot be spoken is left out. */
export function speakCandidates(
  { draft, live }: Pick<Situation, 'draft' | 'live'>,
  candidates: readonly Candidate[],
): SpokenCandidate[] {
  const speakers = {
    draft: createTextSpeaker(draft.draft, draft.engine),
    live: createTextSpeaker(live.draft, live.engine),
  };
  return candidates.flatMap((candidate) => {
    const spoken = speakers[candidate.origin](candidate);
    return spoken ? [{ candidate, spoken }] : [];
  });
}

/** Sounds that were kept, or what could not be spoken. */
export type CandidateSounds = { readonly entries: readonly SoundEntry[] } | { readonly failures: readonly Failure[] };

/**
 * Keeps every sound of some candidates for good, at both speeds. What another voice has spoken cannot be made any more: of
 * that, what is kept counts.
 * @throws StorageError when the database cannot take them
 */
export async function keepCandidates(
  { engine, cache, editions: { sounds } }: Pick<ApprovalTools, 'engine' | 'cache' | 'editions'>,
  { live }: Pick<Situation, 'live'>,
  chosen: readonly SpokenCandidate[],
): Promise<CandidateSounds> {
  const isStrange = ({ candidate }: SpokenCandidate) =>
    candidate.origin === 'live' && !isSameVoice(live.engine, engine);
  const own = chosen.filter((each) => !isStrange(each)).flatMap(({ spoken }) => [...spoken.normal, ...spoken.slow]);
  const strange = chosen.filter(isStrange);
  const needed = strange.flatMap(({ spoken }) => spoken.normal.map(({ key }) => key));
  const all = strange.flatMap(({ spoken }) => [...spoken.normal, ...spoken.slow].map(({ key }) => key));
  const there = await sounds.entries([...new Set(all)]);
  const known = new Set(there.map(({ key }) => key));
  if (needed.some((key) => !known.has(key))) {
    return { failures: [new SpeechError('Another voice spoke this text, and one of its sounds is not kept.')] };
  }
  const kept = await keepSounds([...new Map(own.map((each) => [each.key, each])).values()], { cache, engine, sounds });
  return 'failures' in kept ? kept : { entries: [...there, ...kept.entries] };
}

const isSameVoice = (one: Situation['live']['engine'], other: Situation['live']['engine']): boolean =>
  one.id === other.id && one.fingerprint === other.fingerprint;
