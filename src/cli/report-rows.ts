import type { LanguageTag } from '../call/line.ts';
import { type SentenceMeasure, unitName } from '../speech/measure/measure-sentence.ts';
import { speechRate } from '../speech/measure/speech-rate.ts';

/** The columns of the report that follow the names. */
export const measureColumns = ['sentences', 'seconds', 'level dBov', 'peak dBFS', 'rate a minute'] as const;

/** Some sentences of one language in one row: how many, how long, how loud, how fast. */
export function measureCells(language: LanguageTag, measures: readonly SentenceMeasure[]): string[] {
  const levels = measures.map(({ level }) => level);
  const rate = speechRate(measures);
  return [
    String(measures.length),
    measures.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1),
    `${Math.min(...levels).toFixed(1)} … ${Math.max(...levels).toFixed(1)}`,
    Math.max(...measures.map(({ peak }) => peak)).toFixed(1),
    rate === null ? '' : `${rate.toFixed(0)} ${unitName(language)}`,
  ];
}
