import type { Draft } from '../../../words/draft.ts';
import { requiredPromptsIn } from '../../../words/prompt-ids.ts';
import type { DraftNow } from '../../drafts/draft-desk.ts';
import { type Marks, stateOf } from '../../drafts/ledger.ts';
import type { TextState } from '../../drafts/text-state.ts';
import type { TextPlace } from '../speak-text.ts';
import type { Approval, HashedText } from './approval.ts';
import type { TextVoice } from './spoken-text.ts';
import type { TextHashes } from './text-hashes.ts';
import type { Verdicts } from './verdicts.ts';

/** Texts of one origin, whose voice speaks them, and their hashes. */
export interface Spoken {
  readonly draft: Draft;
  readonly engine: TextVoice;
  readonly hashes: TextHashes;
}

/** The draft beside what callers hear, and what was decided about both. */
export interface Situation {
  readonly now: DraftNow;
  readonly draft: Spoken;
  /** What callers hear. */
  readonly live: Spoken;
  readonly verdicts: Verdicts;
  readonly marks: Marks;
}

/** A text that somebody may decide about. */
export interface Candidate extends HashedText {
  /** `live`: callers hear it, while the draft says something else already. */
  readonly origin: 'draft' | 'live';
  /** Of the draft's text; null for one that only callers hear. */
  readonly state: TextState | null;
  /** Whether callers hear it now. */
  readonly isLive: boolean;
}

/** Which of these states wait for somebody's decision. */
const waiting: ReadonlySet<TextState> = new Set(['to-approve', 'sent-back']);

/** Every text that callers can reach: those of the draft, and those that only callers hear. */
export function candidatesIn({ now, draft, live, marks }: Situation): Candidate[] {
  const places = (line: Draft['line']): TextPlace[] =>
    line.languages.flatMap(({ tag }) => requiredPromptsIn(line, tag).map((prompt) => ({ language: tag, prompt })));
  const ofDraft = places(draft.draft.line).flatMap((place): Candidate[] => {
    const hash = draft.hashes.find(place);
    if (hash === null) return [];
    const state = stateOf(now, marks, place.language, place.prompt);
    return [{ ...place, hash, origin: 'draft', state, isLive: marks(place.language, place.prompt).isLive }];
  });
  const ofLive = places(live.draft.line).flatMap((place): Candidate[] => {
    const hash = live.hashes.find(place);
    if (hash === null || hash === draft.hashes.find(place)) return [];
    return [{ ...place, hash, origin: 'live', state: null, isLive: true }];
  });
  return [...ofDraft, ...ofLive];
}

/** Why a text of the draft was sent back, by whom and when; null when nobody has, or when it has changed since. */
export function sentBackIn(
  { draft, verdicts }: Pick<Situation, 'draft' | 'verdicts'>,
  place: TextPlace,
): Approval | null {
  const hash = draft.hashes.find(place);
  const found = hash === null ? null : verdicts.find({ ...place, hash });
  return found?.verdict === 'sent-back' ? found : null;
}

/** Those that wait for somebody to listen: what may be published, what was sent back, and what callers hear unapproved. */
export const waitingIn = (situation: Situation): Candidate[] =>
  candidatesIn(situation).filter((candidate) => {
    if (candidate.state !== null && waiting.has(candidate.state)) return true;
    return candidate.isLive && situation.verdicts.of(candidate, candidate.hash) !== 'approved';
  });
