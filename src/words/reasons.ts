import { Lexer } from 'yaml';
import type { Place, SourceLine } from './place.ts';
import type { NamedText } from './read-yaml.ts';

/** Why a warning of one rule may stay where it is. */
export interface Reason {
  readonly rule: string;
  readonly reason: string;
  /** What it speaks of; several where they stood on one line of a file, none where nothing is. */
  readonly places: readonly Place[];
  /** Where it is written; absent for one that is kept in a database. */
  readonly at?: SourceLine | undefined;
}

/** A reason as it stands in a file: a comment such as `# T-02: the office's own name`. */
export interface ReasonComment {
  readonly at: SourceLine;
  /** The line it speaks of: its own, or the next one that is not such a comment. */
  readonly about: number;
  readonly rule: string;
  readonly reason: string;
}

const reasonComment = /^#\s*([A-Z]-\d{2}):\s*(\S.*)$/;

/** What the lexer puts before the text of a scalar, which may begin like a comment and is none. */
const scalarMark = '\u001F';

/** The reasons that stand in the comments of a file. Only YAML itself knows what is a comment and what is text. */
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
  return withPlaces(found);
}

/** Several reasons may stand above one line, each on a line of its own: from below, each speaks of what the next does. */
function withPlaces(found: readonly ReasonComment[]): ReasonComment[] {
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
