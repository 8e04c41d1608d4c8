import type { SentenceMeasure } from './measure-sentence.ts';

/**
 * How many units are spoken in a minute, over all sentences but those that are read slowly on purpose.
 * @returns null where nothing can be counted
 */
export function speechRate(measures: readonly SentenceMeasure[]): number | null {
  const counted = measures.filter(({ isSlowOnPurpose, units }) => !isSlowOnPurpose && units > 0);
  const seconds = counted.reduce((sum, { spokenSeconds }) => sum + spokenSeconds, 0);
  if (seconds === 0) return null;
  return (60 * counted.reduce((sum, { units }) => sum + units, 0)) / seconds;
}
