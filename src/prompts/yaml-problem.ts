import { type Document, isScalar, visit, type YAMLError } from 'yaml';

/** What is wrong with a text as YAML and what to do, at an offset in the text. */
export interface YamlProblem {
  readonly offset: number;
  readonly ja: string;
  readonly en: string;
}

const quotes = {
  ja: 'この行の文の書き方をYAMLとして読めません。文全体を引用符「"」で囲んでください({や*で始まる文と「: 」を含む文には必ず要ります)。',
  en: 'The text on this line is not readable YAML; put the whole of it in quotes (needed when it begins with { or * or contains ": ").',
};

const advice: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  TAB_AS_INDENT: {
    ja: '字下げにタブは使えません。半角スペースにしてください。',
    en: 'A line must not be indented with a tab; use spaces.',
  },
  BAD_INDENT: {
    ja: '字下げが揃っていません。同じ段の行は同じ数の半角スペースで始めてください。',
    en: 'The indentation does not fit; begin all lines of one level with the same number of spaces.',
  },
  MISSING_CHAR: {
    ja: '引用符か「:」が足りません。始まりと終わりの引用符と、名前の後の「:」を確かめてください。',
    en: 'A quote or a colon is missing; see that each quote is closed and each name is followed by a colon.',
  },
  MULTIPLE_DOCS: {
    ja: '「---」の行は使えません。消してください。',
    en: 'A line "---" must not stand in the file; delete it.',
  },
  TAG_RESOLVE_FAILED: {
    ja: '「!」で始まる書き方は使えません。文全体を引用符「"」で囲んでください。',
    en: 'Nothing may begin with "!"; put the whole text in quotes.',
  },
};

/** Every problem of a document, the first of each line: one slip often breaks the rest of its line in several ways. */
export function yamlProblems(document: Document.Parsed, text: string): YamlProblem[] {
  const problems = [...document.errors, ...document.warnings].map((error) => problemOf(error, document, text));
  visit(document, {
    // Shared parts would make one word stand for text somewhere else in the file.
    Alias: (_, { range }) => {
      problems.push({ offset: range?.[0] ?? 0, ...quotes });
    },
  });
  const lineOf = ({ offset }: YamlProblem) => text.slice(0, offset).split('\n').length;
  return problems.filter(
    (problem, index) => problems.findIndex((other) => lineOf(other) === lineOf(problem)) === index,
  );
}

function problemOf({ code, pos }: YAMLError, document: Document.Parsed, text: string): YamlProblem {
  const [offset] = pos;
  if (code === 'DUPLICATE_KEY') {
    const name = /^[^:\n]*/.exec(text.slice(offset))?.[0].trim() ?? '';
    return {
      offset,
      ja: `「${name}」が2回あります。どちらかを消してください。`,
      en: `"${name}" stands here twice; delete one of them.`,
    };
  }
  const at = code === 'MISSING_CHAR' ? (openQuote(document, offset) ?? offset) : offset;
  return { offset: at, ...(advice[code] ?? quotes) };
}

/** A missing quote is noticed at the end of the file; staff look for it where the text begins. */
function openQuote(document: Document.Parsed, end: number): number | null {
  let start: number | null = null;
  visit(document, {
    Scalar: (_, node) => {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (quoted && node.range && node.range[1] >= end) start = node.range[0];
    },
  });
  return start;
}
