import { acceptWithReasons, idleReasons } from './accept-with-reasons.ts';
import type { Draft } from './draft.ts';
import { type Finding, inOrder } from './finding.ts';
import { type HeardDraft, heardIn } from './heard-words.ts';
import { rules } from './rules/registry.ts';
import { unusedPrompts, unusedRule } from './rules/required-prompts.ts';
import { todayIn } from './value-dates.ts';

/**
 * Everything that is wrong with a draft, in the order of its places. Errors block publishing, warnings need a reason. Of
 * words that no part of the line uses only that is said; nothing else looks at them.
 * @param today an ISO date where the line is
 */
export function checkDraft(draft: Draft, today = todayIn(draft.line.timeZone)): Finding[] {
  const heard = heardIn(draft);
  const findings = rules.flatMap(({ check }) => check(heard.draft, today));
  return withReasons(draft, heard, findings);
}

/**
 * The same, but gives way to calls after every rule.
 * @param pause settles when what was waiting has been done
 */
export async function checkDraftCalmly(draft: Draft, pause: () => Promise<void>): Promise<Finding[]> {
  const heard = heardIn(draft);
  const findings: Finding[] = [];
  const today = todayIn(draft.line.timeZone);
  for (const { check } of rules) {
    findings.push(...check(heard.draft, today));
    await pause();
  }
  return withReasons(draft, heard, findings);
}

/** Reasons are only asked for where words are looked at: those of words set aside can be idle. */
function withReasons(draft: Draft, heard: HeardDraft, findings: readonly Finding[]): Finding[] {
  const all = [...findings, ...unusedPrompts(draft)];
  const setAside = heard.setAside.filter(({ rule }) => rule === unusedRule);
  return inOrder([
    ...acceptWithReasons(all, draft.reasons),
    ...idleReasons(all, [...heard.draft.reasons, ...setAside]),
  ]);
}
