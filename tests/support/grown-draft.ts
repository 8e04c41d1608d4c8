import type { Draft, LanguageWords } from '../../src/words/draft.ts';

/** Variants of English. They give a line more languages without any new translation. */
const more = ['en-GB', 'en-CA', 'en-AU', 'en-NZ', 'en-IE', 'en-IN'] as const;

/**
 * Adds prompts and languages to a draft. Each new prompt has the words of the first part of the first topic. Each new
 * language has the words of English. So the rules find no more than before.
 */
export function grownDraft(from: Draft, prompts: number, languages: number): Draft {
  const { line, words } = from;
  const tags = more.slice(0, languages);
  const english = line.languages.find(({ tag }) => tag === 'en');
  const [topic] = line.topics;
  const first = topic?.parts[0];
  if (!english || !topic || first === undefined) throw new Error('The line has no English, or no topic.');
  const ids = Array.from({ length: prompts }, (_, index) => `${first}-${index + 2}`);
  const grown = ({ prompts: own, ...each }: LanguageWords): LanguageWords => ({
    ...each,
    prompts: { ...own, ...Object.fromEntries(ids.map((id) => [id, own[first] ?? []])) },
  });
  const named = (tag: string) => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  const inEnglish = words.get('en');
  return {
    ...from,
    line: {
      ...line,
      languages: [
        ...line.languages,
        ...tags.map((tag, index) => ({
          ...{ ...english, tag, name: named(tag) },
          key: String(line.languages.length + index + 1),
        })),
      ],
      topics: line.topics.map((each) => (each === topic ? { ...each, parts: [...each.parts, ...ids] } : each)),
    },
    words: new Map(
      [...words, ...tags.flatMap((tag) => (inEnglish ? [[tag, inEnglish] as const] : []))].map(([tag, each]) => [
        tag,
        grown(each),
      ]),
    ),
  };
}
