import { SpeechError } from '../../../speech/engine.ts';
import { type PersistSoundsResult, persistSounds } from '../persist-sounds.ts';
import type { ApprovalTools } from './approval-tools.ts';
import type { ApprovalSnapshot, Candidate } from './candidates.ts';
import { createTextSpeaker, type SpokenText } from './spoken-text.ts';

/** A candidate and all of its sentences, at both speeds. */
export interface SpokenCandidate {
  readonly candidate: Candidate;
  readonly spoken: SpokenText;
}

/** Finds the sentences of candidates. Candidates that cannot be spoken are left out. */
export function speakCandidates(
  { draft, live }: Pick<ApprovalSnapshot, 'draft' | 'live'>,
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

/**
 * Stores every sound of candidates permanently, at both speeds. If another engine or voice spoke the live edition, its
 * sounds cannot be made any more. Then only the stored sounds of its texts are used, and slow ones may be missing.
 * @throws StorageError when the database cannot store the sounds
 */
export async function persistCandidates(
  { engine, studio, cache, editions: { sounds } }: Pick<ApprovalTools, 'engine' | 'studio' | 'cache' | 'editions'>,
  { live }: Pick<ApprovalSnapshot, 'live'>,
  chosen: readonly SpokenCandidate[],
): Promise<PersistSoundsResult> {
  const isForeign = ({ candidate }: SpokenCandidate) =>
    candidate.origin === 'live' && !isSameVoice(live.engine, engine);
  const own = chosen.filter((each) => !isForeign(each)).flatMap(({ spoken }) => [...spoken.normal, ...spoken.slow]);
  const foreign = chosen.filter(isForeign);
  const needed = foreign.flatMap(({ spoken }) => spoken.normal.map(({ key }) => key));
  const all = foreign.flatMap(({ spoken }) => [...spoken.normal, ...spoken.slow].map(({ key }) => key));
  const there = await sounds.entries([...new Set(all)]);
  const known = new Set(there.map(({ key }) => key));
  if (needed.some((key) => !known.has(key))) {
    return { failures: [new SpeechError('Another voice spoke a text, and a sound of this text is not stored.')] };
  }
  const kept = await persistSounds([...new Map(own.map((each) => [each.key, each])).values()], {
    cache,
    studio,
    sounds,
  });
  return 'failures' in kept ? kept : { entries: [...there, ...kept.entries] };
}

const isSameVoice = (one: ApprovalSnapshot['live']['engine'], other: ApprovalSnapshot['live']['engine']): boolean =>
  one.id === other.id && one.fingerprint === other.fingerprint;
