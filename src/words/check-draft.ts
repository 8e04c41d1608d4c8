import type { Draft } from './draft.ts';
import { type Finding, inOrder } from './finding.ts';
import { type HeardDraft, heardIn } from './heard-words.ts';
import { acceptWithReasons, unusedReasons } from './reasons.ts';
import { rules } from './rules/registry.ts';
import { unusedPrompts, unusedRule } from './rules/required-prompts.ts';
import { todayIn } from './value-dates.ts';

/**
 * Everything that `rules`, M-20 and W-06 find wrong with a draft, sorted by place. Errors block publishing, warnings
 * need a reason. Words that no part of the line uses are reported as unused and not checked any further.
 * @param today the ISO date of today in the time zone of the line
 */
export function checkDraft(draft: Draft, today = todayIn(draft.line.timeZone)): Finding[] {
  const heard = heardIn(draft);
  const findings = rules.flatMap(({ check }) => check(heard.draft, today));
  return withReasons(draft, heard, findings);
}

/**
 * Does the same as `checkDraft`, but lets other work run after every rule.
 * @param pause called after every rule; its promise resolves when the waiting work has been done
 */
export async function checkDraftInSteps(draft: Draft, pause: () => Promise<void>): Promise<Finding[]> {
  const heard = heardIn(draft);
  const findings: Finding[] = [];
  const today = todayIn(draft.line.timeZone);
  for (const { check } of rules) {
    findings.push(...check(heard.draft, today));
    await pause();
  }
  return withReasons(draft, heard, findings);
}

/**
 * Adds the reasons of the draft to the findings, and the findings of `unusedReasons`. Of the reasons about words that no
 * part of the line uses, only those for M-20 can be reported, because no other rule checks such words.
 */
function withReasons(draft: Draft, heard: HeardDraft, findings: readonly Finding[]): Finding[] {
  const all = [...findings, ...unusedPrompts(draft)];
  const setAside = heard.setAside.filter(({ rule }) => rule === unusedRule);
  return inOrder([
    ...acceptWithReasons(all, draft.reasons),
    ...unusedReasons(all, [...heard.draft.reasons, ...setAside]),
  ]);
}
