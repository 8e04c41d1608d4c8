import type { Draft } from '../../src/words/draft.ts';
import { fixtureDraft } from './draft-fixture.ts';

/** Languages that lines of other offices might have, in the order in which `longDraft` uses them. */
const tags = ['en', 'zh-Hans', 'ja', 'ko', 'es', 'pt', 'vi', 'fil', 'id', 'th', 'my', 'ne', 'uk', 'fr'];

/**
 * The made-up line with `prompts` more prompts, and with `languages` languages. Every language has words for all
 * prompts.
 */
export function longDraft(prompts: number, languages: number): Draft {
  const { line, words, reasons } = fixtureDraft();
  const [first] = line.languages;
  if (!first) throw new RangeError('The made-up line has no language.');
  const more = Array.from({ length: prompts }, (_, index) => `long.part-${index}`);
  const chosen = tags.slice(0, languages);
  const wordsIn = (tag: string) => words.get(tag) ?? words.get('en');
  return {
    line: {
      ...line,
      languages: chosen.map((tag, index) => ({
        ...(line.languages.find((each) => each.tag === tag) ?? { ...first, tag, name: tag, sourceName: tag }),
        // There are only nine keys, so more than nine languages share keys.
        key: String(1 + (index % 9)),
      })),
      topics: [...line.topics, { id: 'long', key: '3', parts: more }],
    },
    reasons,
    words: new Map(
      chosen.map((tag) => {
        const prompt = (id: string) => [
          `${tag}: {文|ぶん} ${id}.`,
          'One more sentence with {{firstDay}}.',
          'And the last.',
        ];
        const own = Object.fromEntries(['topic.long.menu', ...more].map((id) => [id, prompt(id)]));
        const given = wordsIn(tag);
        return [tag, { reviewed: true, prompts: { ...given?.prompts, ...own } }];
      }),
    ),
  };
}
