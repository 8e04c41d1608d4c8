import type { LanguageTag } from '../../call/line.ts';
import type { SentenceMeasure } from './measure-sentence.ts';
import { levelAbove, type SoundFinding } from './sound-finding.ts';

/**
 * `within`: the maximum dB between the loudest and the softest sentence of a language. `across`: the maximum dB between
 * the language with the highest mean level and the language with the lowest.
 */
const spread = { within: { warning: 2, error: 4 }, across: { warning: 3, error: 6 } } as const;

/** the levels of sentences must not differ much, because callers set the volume only once. */
export function checkSpread(byLanguage: ReadonlyMap<LanguageTag, readonly SentenceMeasure[]>): SoundFinding[] {
  const means = [...byLanguage.values()]
    .filter((measures) => measures.length > 0)
    .map((measures) => measures.reduce((sum, { level }) => sum + level, 0) / measures.length);
  return [
    ...[...byLanguage].flatMap(([language, measures]) =>
      judge(
        measures.map(({ level }) => level),
        spread.within,
        language,
      ),
    ),
    ...judge(means, spread.across, null),
  ];
}

function judge(
  levels: readonly number[],
  bound: (typeof spread)['within' | 'across'],
  language: LanguageTag | null,
): SoundFinding[] {
  const difference = levels.length === 0 ? 0 : Math.max(...levels) - Math.min(...levels);
  const level = levelAbove(difference, bound);
  if (level === null) return [];
  const decibels = difference.toFixed(1);
  return [
    {
      rule: 'A-02',
      level,
      language,
      prompt: null,
      index: null,
      ja: `声の大きさに${decibels} dBの差があります(目安は${bound.warning} dBまで)。audio-cacheを消して作り直してください。`,
      en: `The levels differ by ${decibels} dB (at most ${bound.warning}); delete the audio cache and make the sounds again.`,
    },
  ];
}
