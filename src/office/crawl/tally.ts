import type { LanguageTag } from '../../call/line.ts';
import type { SpokenSentence } from '../../speech/narration.ts';
import { shownTexts } from '../../words/shown-texts.ts';
import type { Sentence } from '../../words/words.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import type { CrawledLanguage, CrawledSentence } from './crawl-finding.ts';
import type { Heard } from './heard.ts';

/** Returns the length of a sentence, and whether it was measured or predicted. */
export type LengthOf = (spoken: SpokenSentence) => Pick<CrawledSentence, 'seconds' | 'isMeasured'>;

/** Counts what was heard, by language and by sentence. */
export function createTally({ line }: OfficeEdition, lengthOf: LengthOf) {
  const counts = new Map(line.languages.map(({ tag }) => [tag, { turns: 0, longest: 0, keys: new Set<string>() }]));
  const sentences = new Map<string, CrawledSentence>();
  let turns = 0;
  const hear = (spoken: SpokenSentence): CrawledSentence => {
    const known = sentences.get(spoken.key);
    if (known) return known;
    const { sentence, request } = spoken;
    const { language, prompt } = sentence;
    const { voice, speed } = request;
    const heard = { language, prompt, text: textOf(sentence), voice, speed, ...lengthOf(spoken) };
    sentences.set(spoken.key, heard);
    return heard;
  };
  return {
    get turns() {
      return turns;
    },
    /**
     * @param isOrdinary false in a disaster: the crawl's notice has all places and actions, so its length is not
     * realistic
     */
    add(chosen: LanguageTag | null, heard: Heard, isOrdinary: boolean): void {
      turns += 1;
      const said = (heard.sentences ?? []).map((spoken) => ({ key: spoken.key, seconds: hear(spoken).seconds }));
      const count = chosen === null ? undefined : counts.get(chosen);
      if (!count || said.length === 0) return;
      count.turns += 1;
      for (const { key } of said) count.keys.add(key);
      const seconds = said.reduce((sum, each) => sum + each.seconds, 0);
      if (isOrdinary) count.longest = Math.max(count.longest, seconds);
    },
    sentences: (): CrawledSentence[] => [...sentences.values()],
    languages: (): CrawledLanguage[] =>
      [...counts].map(([tag, { turns: heard, longest, keys }]) => ({
        tag,
        turns: heard,
        sentences: keys.size,
        seconds: [...keys].reduce((sum, key) => sum + (sentences.get(key)?.seconds ?? 0), 0),
        longest,
      })),
  };
}

const textOf = ({ language, segments }: Sentence): string => shownTexts(language, segments).join('');
