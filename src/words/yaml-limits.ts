import { type CST, Parser } from 'yaml';

/** Limits for one YAML file. The bundled files stay below a third of each limit. */
export const yamlLimits = {
  characters: 500_000,
  /** Nesting depth of lists and mappings. */
  depth: 24,
  /** Entries of one list or mapping. */
  entries: 2000,
  /** Anchors, aliases and tags together, such as `&a`, `*a` and `!a`. */
  marks: 100,
} as const;

/** Why a file is refused, in Japanese and in English. */
interface TooMuch {
  readonly ja: string;
  readonly en: string;
}

const tooMuch: Readonly<Record<keyof typeof yamlLimits, TooMuch>> = {
  characters: {
    ja: `ファイルが長すぎます(${yamlLimits.characters}文字まで)。要らない部分を消してください。`,
    en: `The file is too long (at most ${yamlLimits.characters} characters); remove what is not needed.`,
  },
  depth: {
    ja: `字下げかかっこが深すぎます(${yamlLimits.depth}段まで)。prompts/README.mdの形に直してください。`,
    en: `Lists and mappings are nested too deeply (at most ${yamlLimits.depth} levels); write it as prompts/README.md describes.`,
  },
  entries: {
    ja: `一つの並びが長すぎます(${yamlLimits.entries}件まで)。要らない部分を消してください。`,
    en: `A list or mapping is too long (at most ${yamlLimits.entries} entries); remove what is not needed.`,
  },
  marks: {
    ja: `「&」「*」「!」で始まる文が多すぎます(${yamlLimits.marks}個まで)。文全体を引用符「"」で囲んでください。`,
    en: `Too many texts begin with "&", "*" or "!" (at most ${yamlLimits.marks}); put each whole text in quotes.`,
  },
};

const isMark = ({ type }: CST.SourceToken): boolean => type === 'anchor' || type === 'tag';

/**
 * Finds a limit of `yamlLimits` that a text exceeds. It builds only the tree of tokens, in time and memory proportional
 * to the length of the text. It must be called before `parseDocument`, which compares every key of a mapping with every
 * other key, and recurses through all levels of nesting. A text beyond the limits could block the process there, or
 * overflow its stack.
 * @returns the message about this limit; null if no limit is exceeded
 */
export function exceededLimit(text: string): TooMuch | null {
  if (text.length > yamlLimits.characters) return tooMuch.characters;
  let marks = 0;
  for (const token of new Parser().parse(text)) {
    const waiting: { readonly token: CST.Token; readonly depth: number }[] = [{ token, depth: 0 }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { depth } = next;
      const parts = partsOf(next.token);
      if (parts.items.length > yamlLimits.entries) return tooMuch.entries;
      if (depth + parts.deeper > yamlLimits.depth) return tooMuch.depth;
      for (const each of [parts, ...parts.items]) marks += each.marks.filter(isMark).length;
      if (marks > yamlLimits.marks) return tooMuch.marks;
      for (const { values } of [parts, ...parts.items]) {
        for (const value of values) waiting.push({ token: value, depth: depth + parts.deeper });
      }
    }
  }
  return null;
}

interface Parts {
  readonly values: readonly CST.Token[];
  readonly marks: readonly CST.SourceToken[];
}

function partsOf(token: CST.Token): Parts & { readonly items: readonly Parts[]; readonly deeper: 0 | 1 } {
  if (token.type === 'document') {
    return { values: token.value ? [token.value] : [], marks: token.start, items: [], deeper: 0 };
  }
  if (!('items' in token)) {
    // In the token tree, an alias is a value and not a mark. It is returned as a tag, so that it counts as a mark.
    const marks = token.type === 'alias' ? [{ ...token, type: 'tag' } as CST.SourceToken] : [];
    return { values: [], marks, items: [], deeper: 0 };
  }
  const items = token.items.map(
    ({ start, key, sep, value }): Parts => ({
      values: [key, value].filter((each) => each !== undefined && each !== null),
      marks: [...start, ...(sep ?? [])],
    }),
  );
  return { values: [], marks: [], items, deeper: 1 };
}
