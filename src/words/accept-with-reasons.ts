import type { Finding } from './finding.ts';
import { isSamePlace } from './place.ts';
import type { Reason } from './reasons.ts';

/**
 * Rules that are judged on the sound or on the dialogue, which words alone do not make: whoever judges them knows whether their
 * reasons are still needed.
 */
const judgedElsewhere = /^(?:A-\d\d|T-01|T-04|M-08|M-10|M-11|M-13|M-18)$/;

/** The warnings that have a reason beside them, with it. Errors have no excuse. */
export function acceptWithReasons(findings: readonly Finding[], reasons: readonly Reason[]): Finding[] {
  return findings.map((finding) => {
    const given = finding.level === 'warning' ? reasons.find((each) => isAbout(each, finding)) : undefined;
    return given ? { ...finding, reason: given.reason } : finding;
  });
}

/** W-06: a reason without its warning would one day excuse another sentence. */
export function idleReasons(findings: readonly Finding[], reasons: readonly Reason[]): Finding[] {
  return reasons
    .filter((each) => !judgedElsewhere.test(each.rule) && !findings.some((finding) => isAbout(each, finding)))
    .map(({ places: [first], at, rule }) => ({
      rule: 'W-06',
      level: 'warning',
      place: at ?? first ?? { path: [] },
      ja: `ここには「${rule}」の警告がありません。理由「# ${rule}: …」を消すか、警告の出る行の上に移してください。`,
      en: `Nothing here is warned about by ${rule}; delete the reason "# ${rule}: …", or move it above the line that is.`,
    }));
}

const isAbout = ({ places, rule }: Reason, { rule: found, place }: Finding): boolean =>
  rule === found && !('file' in place) && places.some((each) => isSamePlace(each, place));
