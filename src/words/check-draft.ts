import { inSlices } from '../common/slices.ts';
import type { Draft } from './draft.ts';
import { type Finding, inOrder } from './finding.ts';
import { type HeardDraft, heardIn } from './heard-words.ts';
import { acceptWithReasons, type Reason, unusedReasons, uselessComments } from './reasons.ts';
import { rules } from './rules/registry.ts';
import { unusedPrompts, unusedRule } from './rules/required-prompts.ts';
import { todayIn } from './value-dates.ts';

/**
 * Checks a draft with `rules`, M-20 and W-06. Errors block publishing. Warnings need a reason. Words that no part of
 * the line uses are reported as unused and not checked any further.
 * @param today the ISO date of today in the time zone of the line
 * @returns all findings, sorted by place
 */
export function checkDraft(draft: Draft, today = todayIn(draft.line.timeZone)): Finding[] {
  const heard = heardIn(draft);
  const findings = rules.flatMap(({ check }) => check(heard.draft, today));
  return withReasons(draft, heard, findings);
}

/** Does the same as `checkDraft`, but yields to the event loop regularly, between rules and between languages. */
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
 * Adds the findings of M-20, and then the reasons of accepted warnings. Also adds the findings of `uselessComments`
 * about the reasons in `judgedReasons`.
 */
function withReasons(draft: Draft, heard: HeardDraft, findings: readonly Finding[]): Finding[] {
  const all = [...findings, ...unusedPrompts(draft)];
  return inOrder([...acceptWithReasons(all, draft.reasons), ...uselessComments(all, judgedReasons(heard))]);
}

/**
 * The reasons that are outdated if no finding needs them. Reasons about words that no part of the line uses are left
 * out, except those for M-20, because no other rule checks such words.
 */
const judgedReasons = ({ draft, setAside }: HeardDraft): readonly Reason[] => [
  ...draft.reasons,
  ...setAside.filter(({ rule }) => rule === unusedRule),
];

/** The reasons of a draft whose warnings are gone. @param findings what `checkDraft` found */
export const outdatedReasons = (draft: Draft, findings: readonly Finding[]): Reason[] =>
  unusedReasons(findings, judgedReasons(heardIn(draft)));
