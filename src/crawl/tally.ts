import type { LanguageTag } from '../call/line.ts';
import type { Edition } from '../editions/edition.ts';
import type { SpokenSentence } from '../speech/narration.ts';
import type { CrawledLanguage } from './crawl-finding.ts';
import type { Heard } from './heard.ts';

/** Counts what was heard, by language. */
export function createTally({ line }: Edition, secondsOf: (spoken: SpokenSentence) => number) {
  const counts = new Map(
    line.languages.map(({ tag }) => [tag, { turns: 0, longest: 0, sentences: new Map<string, number>() }]),
  );
  let turns = 0;
  return {
    get turns() {
      return turns;
    },
    /** A notice in the crawl has every place and action at once: its length tells nothing. */
    add(chosen: LanguageTag | null, { sentences }: Heard, isOrdinary: boolean): void {
      turns += 1;
      const count = chosen === null ? undefined : counts.get(chosen);
      if (!count || !sentences) return;
      count.turns += 1;
      let seconds = 0;
      for (const spoken of sentences) {
        const length = count.sentences.get(spoken.key) ?? secondsOf(spoken);
        count.sentences.set(spoken.key, length);
        seconds += length;
      }
      if (isOrdinary) count.longest = Math.max(count.longest, seconds);
    },
    languages: (): CrawledLanguage[] =>
      [...counts].map(([tag, { turns: heard, longest, sentences }]) => ({
        tag,
        turns: heard,
        sentences: sentences.size,
        seconds: [...sentences.values()].reduce((sum, each) => sum + each, 0),
        longest,
      })),
  };
}
