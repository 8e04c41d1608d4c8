import { type Document, isScalar, type LineCounter, visit, type YAMLError } from 'yaml';
import { isTakenByObjects, lookup } from './by-name.ts';

/** Says what is wrong with the YAML at an offset of a text, and what to do. */
interface YamlProblem {
  readonly offset: number;
  readonly ja: string;
  readonly en: string;
}

const quotes = {
  ja: 'この行の文の書き方をYAMLとして読めません。文全体を引用符「"」で囲んでください({や*で始まる文と「: 」を含む文には必ず要ります)。',
  en: 'The text on this line cannot be read as YAML; put the whole text in quotes. Quotes are required if a text begins with { or *, or contains ": ".',
};

const unclosed = {
  ja: 'この行か、それより上で始まる引用符「"」が閉じていません。文の終わりにも「"」を書いてください。',
  en: 'A quote that begins on this line or above it is not closed; put a quote at the end of the text too.',
};

const advice: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = lookup({
  TAB_AS_INDENT: {
    ja: '字下げにタブは使えません。半角スペースにしてください。',
    en: 'A line must not be indented with a tab; use spaces.',
  },
  BAD_INDENT: {
    ja: '字下げが揃っていません。同じ段の行は同じ数の半角スペースで始めてください。',
    en: 'The indentation does not fit; begin all lines of one level with the same number of spaces.',
  },
  MISSING_CHAR: {
    ja: '「:」か「]」が足りません。名前の後には「:」を、「[」で始めた並びの終わりには「]」を書いてください。',
    en: 'A colon or a bracket is missing; put a colon after each name and close each list that begins with "[".',
  },
  MULTIPLE_DOCS: {
    ja: '「---」の行は使えません。消してください。',
    en: 'A line "---" is not allowed in the file; delete it.',
  },
  TAG_RESOLVE_FAILED: {
    ja: '「!」で始まる書き方は使えません。文全体を引用符「"」で囲んでください。',
    en: 'A text without quotes must not begin with "!"; put the whole text in quotes.',
  },
});

/**
 * Maximum number of problems that are reported for a file. One mistake can break every line of a file, and nobody reads
 * more problems than this.
 */
const maxProblems = 100;

const takenName = (name: string) => ({
  ja: `「${name}」という名前は使えません(プログラムの部品と同じ名前です)。別の名前にしてください。`,
  en: `"${name}" is reserved by the program; choose another name.`,
});

/**
 * The problems of a document, in the order of its lines. Each line has at most one problem, because one mistake often
 * breaks the rest of its line in several ways. If a tab is used as indentation, only such tabs are reported, because
 * they also break the lines around them.
 */
export function yamlProblems(document: Document.Parsed, text: string, lines: LineCounter): YamlProblem[] {
  const errors = [...document.errors, ...document.warnings].slice(0, maxProblems);
  const problems = errors.map((error) => problemOf(error, text));
  visit(document, {
    // An alias is refused, because it would replace a text by another text of the file.
    Alias: (_, { range }) => {
      problems.push({ offset: range?.[0] ?? 0, ...quotes });
    },
    Pair: (_, { key }) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (!isTakenByObjects(name)) return;
      problems.push({ offset: (isScalar(key) ? key.range?.[0] : undefined) ?? 0, ...takenName(name) });
    },
  });
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT').map(({ pos }) => pos[0]);
  const seen = new Set<number>();
  return problems
    .filter(({ offset }) => tabs.length === 0 || tabs.includes(offset))
    .sort((one, other) => one.offset - other.offset)
    .filter(({ offset }) => {
      const { line } = lines.linePos(offset);
      return !seen.has(line) && Boolean(seen.add(line));
    })
    .slice(0, maxProblems);
}

function problemOf({ code, message, pos }: YAMLError, text: string): YamlProblem {
  const [offset] = pos;
  // The parser reports an unclosed quote at the end of the quoted text. This may be the end of the file, one line below
  // the text. So the offset is moved back over the white space before it.
  if (message.startsWith('Missing closing')) return { offset: text.slice(0, offset).trimEnd().length, ...unclosed };
  if (code !== 'DUPLICATE_KEY') return { offset, ...(advice[code] ?? quotes) };
  const name = /^[^:\n]*/.exec(text.slice(offset))?.[0].trim() ?? '';
  return {
    offset,
    ja: `「${name}」が2回あります。どちらかを消してください。`,
    en: `"${name}" appears twice; delete one of them.`,
  };
}
