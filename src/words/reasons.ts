import { Lexer } from 'yaml';
import type { Finding } from './finding.ts';
import { isSamePlace, type Place, type SourceLine } from './place.ts';
import type { NamedText } from './read-yaml.ts';

/** Why the warnings of one rule are accepted in certain places. */
export interface Reason {
  readonly rule: string;
  readonly reason: string;
  /**
   * The places to which the reason applies. A reason in a file applies to all places that begin on one line of the
   * file; there may be several or none.
   */
  readonly places: readonly Place[];
  /** The line on which the reason is written; absent for a reason that is stored in a database. */
  readonly at?: SourceLine | undefined;
}

/** A reason as it is written in a file: a comment such as `# T-02: the office's own name`. */
export interface ReasonComment {
  readonly at: SourceLine;
  /**
   * The line to which the reason applies. If the comment stands after other text, this is the line of the comment.
   * Otherwise it is the next line that is not itself a reason.
   */
  readonly about: number;
  readonly rule: string;
  readonly reason: string;
}

const reasonComment = /^#\s*([A-Z]-\d{2}):\s*(\S.*)$/;

/**
 * The token that the lexer puts before the text of a scalar. Such text is never a comment, even if it begins with #.
 */
const scalarMark = '\u001F';

/** Reads the reasons in the comments of a file. It uses a YAML lexer, because `#` can also occur in text. */
export function readReasons({ name: file, text }: NamedText): ReasonComment[] {
  const found: ReasonComment[] = [];
  let line = 1;
  let isScalar = false;
  let lineHasText = false;
  for (const token of new Lexer().lex(text)) {
    const [, rule, reason] = (isScalar || !token.startsWith('#') ? null : reasonComment.exec(token.trimEnd())) ?? [];
    if (rule !== undefined && reason !== undefined) {
      found.push({ at: { file, line }, about: lineHasText ? line : line + 1, rule, reason });
    }
    const lineBreaks = token.split('\n').length - 1;
    if (lineBreaks > 0) lineHasText = false;
    else if (token.trim() !== '' && !token.startsWith('#')) lineHasText = true;
    line += lineBreaks;
    isScalar = token === scalarMark;
  }
  return withTargets(found);
}

/**
 * Gives each reason the line to which it applies. Several reasons may stand one below the other above the same line.
 * Therefore the last reason is handled first, and a reason directly above another one gets the same line.
 */
function withTargets(found: readonly ReasonComment[]): ReasonComment[] {
  const about = new Map<number, number>();
  return found
    .toReversed()
    .map((each) => {
      const place = about.get(each.about) ?? each.about;
      if (each.about !== each.at.line) about.set(each.at.line, place);
      return { ...each, about: place };
    })
    .toReversed();
}

/**
 * Rules about the sound or the dialogue. They cannot be checked on words and settings alone, so their findings may be
 * missing from those that `unusedReasons` gets. Therefore it never returns reasons for these rules.
 */
const judgedElsewhere = /^(?:A-\d\d|T-01|T-04|M-08|M-10|M-11|M-13|M-18)$/;

/** Adds the reason to each warning for which one was given. Errors cannot be accepted, so they get no reason. */
export function acceptWithReasons(findings: readonly Finding[], reasons: readonly Reason[]): Finding[] {
  return findings.map((finding) => {
    const given = finding.level === 'warning' ? reasons.find((each) => isAbout(each, finding)) : undefined;
    return given ? { ...finding, reason: given.reason } : finding;
  });
}

/**
 * The reasons for which there is no finding. If such a reason stayed, it could later accept a warning about another
 * sentence by mistake.
 * @param findings everything that the rules found
 */
export const unusedReasons = <Each extends Reason>(findings: readonly Finding[], reasons: readonly Each[]): Each[] =>
  reasons.filter((each) => !judgedElsewhere.test(each.rule) && !findings.some((finding) => isAbout(each, finding)));

/**
 * W-06: a comment in a file gives a reason, but the warning is gone. An outdated reason in a database needs no finding,
 * because publishing removes it.
 */
export function uselessComments(findings: readonly Finding[], reasons: readonly Reason[]): Finding[] {
  return unusedReasons(findings, reasons).flatMap(({ at, rule }): Finding[] => {
    if (at === undefined) return [];
    const finding = {
      rule: 'W-06',
      level: 'warning',
      place: at,
      ja: `ここには「${rule}」の警告がありません。理由「# ${rule}: …」を消すか、警告の出る行の上に移してください。`,
      en: `There is no ${rule} warning here; delete the reason "# ${rule}: …", or move it above the line that has the warning.`,
    } as const;
    return [finding];
  });
}

const isAbout = ({ places, rule }: Reason, { rule: found, place }: Finding): boolean =>
  rule === found && !('file' in place) && places.some((each) => isSamePlace(each, place));
