import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import { promptsInDisaster } from '../../words/prompt-ids.ts';
import type { ApprovalDesk } from '../editions/approval/approval-desk.ts';
import { type ApprovalSnapshot, type Candidate, waitingIn } from '../editions/approval/candidates.ts';
import type { Actor } from '../staff/desk/actor.ts';
import { announcersFirst } from './readiness.ts';

/** The texts of a notice that can be approved now: those that callers hear, and new ones of the draft; by language. */
export function waitingDisaster(situation: ApprovalSnapshot): Candidate[] {
  const lines = [situation.live, situation.draft].map(({ draft }) => draft.line);
  const prompts = new Set(lines.flatMap(promptsInDisaster));
  const tags = announcersFirst(situation.now.line.file);
  return waitingIn(situation)
    .filter(({ prompt, state, isLive }) => prompts.has(prompt) && (isLive || state === 'to-approve'))
    .toSorted((one, other) => tags.indexOf(one.language) - tags.indexOf(other.language));
}

/** What a person has heard of these texts in some languages, and what they have written and so may not approve. */
export async function judgeDisaster(
  approvals: Pick<ApprovalDesk, 'read' | 'whyNot'>,
  actor: Actor,
  tags: readonly string[],
) {
  const situation = await approvals.read();
  const texts = waitingDisaster(situation).filter(({ language }) => tags.includes(language));
  const whys = await approvals.whyNot(actor, situation, texts);
  return {
    heard: texts.filter((_text, index) => whys[index] === null),
    unheard: texts.filter((_text, index) => whys[index] === 'not-heard'),
    own: texts.filter((_text, index) => whys[index] === 'own'),
  };
}

/** Whether all of a notice's texts are approved in a language, as callers hear them. */
export const isReady = ({ live, verdicts }: ApprovalSnapshot, language: LanguageTag): boolean =>
  promptsInDisaster(live.draft.line).every(
    (prompt) => verdicts.of({ language, prompt }, live.hashes.find({ language, prompt })) === 'approved',
  );

/** What is played next: the languages asked for, else those that everybody hears, else one more; each with texts that wait. */
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
