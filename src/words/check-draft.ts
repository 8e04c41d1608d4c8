import { inSlices } from '../common/slices.ts';
import type { Draft } from './draft.ts';
import { type Finding, inOrder } from './finding.ts';
import { type HeardDraft, heardIn } from './heard-words.ts';
import { acceptWithReasons, type Reason, unusedReasons, uselessComments } from './reasons.ts';
import { rules } from './rules/registry.ts';
import { unusedPrompts, unusedRule } from './rules/required-prompts.ts';
import { todayIn } from './value-dates.ts';

/**
 * Checks a draft with all `rules`, with M-20 (words that no part of the line uses) and with W-06 (reasons without a
 * warning). Errors block publishing. Warnings need a reason. Words that M-20 reports are not checked any further.
 * @param today the ISO date of today in the time zone of the line
 * @returns all findings, sorted by place
 */
export function checkDraft(draft: Draft, today = todayIn(draft.line.timeZone)): Finding[] {
  const heard = heardIn(draft);
  const findings = rules.flatMap(({ check }) => check(heard.draft, today));
  return withReasons(draft, heard, findings);
}

/**
 * Does the same as `checkDraft`, but regularly lets other work run. Other work can run after each rule, and after each
 * language of a rule with `isByLanguage`.
 */
export async function checkDraftInSteps(draft: Draft): Promise<Finding[]> {
  const heard = heardIn(draft);
  const languages = byLanguage(heard.draft);
  const findings: Finding[] = [];
  const today = todayIn(draft.line.timeZone);
  const endOfStep = inSlices();
  for (const { check, isByLanguage } of rules) {
    for (const part of isByLanguage ? languages : [heard.draft]) {
      findings.push(...check(part, today));
      await endOfStep();
    }
  }
  return withReasons(draft, heard, findings);
}

/** Splits a draft by language: each result is the draft with the words of one language only. */
export const byLanguage = (draft: Draft): Draft[] =>
  [...draft.words].map((language) => ({ ...draft, words: new Map([language]) }));

/**
 * Adds the findings of M-20, and then gives each accepted warning its reason. Also adds the findings of
 * `uselessComments` about the reasons in `judgedReasons`.
 */
function withReasons(draft: Draft, heard: HeardDraft, findings: readonly Finding[]): Finding[] {
  const all = [...findings, ...unusedPrompts(draft)];
  return inOrder([...acceptWithReasons(all, draft.reasons), ...uselessComments(all, judgedReasons(heard))]);
}

/**
 * The reasons that are outdated if there is no finding for them. Only M-20 checks words that no part of the line uses.
 * A reason for another rule about such words is left out: it has no finding, but it may be needed again.
 */
const judgedReasons = ({ draft, setAside }: HeardDraft): readonly Reason[] => [
  ...draft.reasons,
  ...setAside.filter(({ rule }) => rule === unusedRule),
];

/**
 * The reasons in a draft for which there is no warning any more.
 * @param findings what `checkDraft` found
 */
export const outdatedReasons = (draft: Draft, findings: readonly Finding[]): Reason[] =>
  unusedReasons(findings, judgedReasons(heardIn(draft)));
