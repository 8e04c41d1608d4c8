import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import { promptsInDisaster } from '../../words/prompt-ids.ts';
import type { ApprovalDesk } from '../editions/approval/approval-desk.ts';
import { type ApprovalSnapshot, type Candidate, waitingIn } from '../editions/approval/candidates.ts';
import type { Actor } from '../staff/desk/actor.ts';
import { announcersFirst } from './readiness.ts';

/** Which texts are played so that they can be approved. */
export interface Playlist {
  /** The requested languages; unknown ones are ignored. */
  readonly tags: readonly string[];
  /** The prompts of one notice; null for all disaster texts. */
  readonly only: ReadonlySet<string> | null;
}

/**
 * The disaster texts that wait for approval, sorted by language: texts that callers hear already, and texts of the
 * draft that are ready to be approved. A text that was sent back is included only if callers hear it.
 * @param only limits the result to these prompts, and to texts that callers hear already; null for no limit
 */
export function waitingDisaster(situation: ApprovalSnapshot, only: Playlist['only']): Candidate[] {
  const lines = [situation.live, situation.draft].map(({ draft }) => draft.line);
  const all = new Set(lines.flatMap(promptsInDisaster));
  const prompts = only ? all.intersection(only) : all;
  const tags = announcersFirst(situation.now.line.file);
  return waitingIn(situation)
    .filter(({ prompt, state, isLive }) => prompts.has(prompt) && (isLive || (only === null && state === 'to-approve')))
    .toSorted((one, other) => tags.indexOf(one.language) - tags.indexOf(other.language));
}

/**
 * Groups the waiting disaster texts of a playlist. `heard`: the person may approve them. `unheard`: the person has to
 * hear them first. `own`: the person wrote them, and therefore may not approve them. A text that was changed or
 * approved a moment ago is in none of these groups. For a person without the right to approve, all texts are in
 * `heard`.
 */
export async function judgeDisaster(
  approvals: Pick<ApprovalDesk, 'read' | 'whyNot'>,
  actor: Actor,
  { tags, only }: Playlist,
) {
  const situation = await approvals.read();
  const texts = waitingDisaster(situation, only).filter(({ language }) => tags.includes(language));
  const whys = await approvals.whyNot(actor, situation, texts);
  return {
    heard: texts.filter((_text, index) => whys[index] === null),
    unheard: texts.filter((_text, index) => whys[index] === 'not-heard'),
    own: texts.filter((_text, index) => whys[index] === 'own'),
  };
}

/** Whether all disaster texts of a language are approved, with exactly the words and sounds that callers hear. */
export const isReady = ({ live, verdicts }: ApprovalSnapshot, language: LanguageTag): boolean =>
  promptsInDisaster(live.draft.line).every(
    (prompt) => verdicts.of({ language, prompt }, live.hashes.find({ language, prompt })) === 'approved',
  );

/**
 * Chooses the languages to be played next, among those with texts that wait for approval. Requested languages come
 * first. If no such language was requested, the languages that everybody hears are chosen. If none of these has such
 * texts, only the first of the other languages is chosen.
 */
export function chooseLanguages(
  asked: readonly string[],
  line: Pick<LineFile, 'languages' | 'announcers'>,
  waiting: readonly Candidate[],
): LanguageTag[] {
  const open = announcersFirst(line).filter((tag) => waiting.some(({ language }) => language === tag));
  const own = open.filter((tag) => asked.includes(tag));
  const first = open.filter((tag) => line.announcers.includes(tag));
  return own.length > 0 ? own : first.length > 0 ? first : open.slice(0, 1);
}
