import { z } from 'zod';
import { isTelephoneNumber } from '../call/dialable.ts';
import type { Check } from './check.ts';

/** Maximum number of telephone numbers in the record. */
const mostNumbers = 1000;

/**
 * The schema of the record of all numbers that were once set to lead to the line, in E.164 form. They are kept, so that
 * the checks notice if somebody changes one of them in Twilio's console. Only `npm run twilio -- forget` removes
 * numbers.
 */
export const keptNumbers: z.ZodType<readonly string[]> = z.array(z.string().refine(isTelephoneNumber)).max(mostNumbers);

/**
 * Adds telephone numbers to the record, up to the maximum that `keptNumbers` allows. The numbers in `kept` always stay.
 * @returns the new record; null if it is the same as `kept`
 */
export function withNumbers(kept: readonly string[], others: readonly string[]): readonly string[] | null {
  const all = [...new Set([...kept, ...others.filter(isTelephoneNumber)])].slice(0, mostNumbers);
  return all.length === kept.length ? null : all;
}

/**
 * The check that reports that the record cannot be read. The record is then not written either, because the new record
 * would lack the numbers that no longer lead to the line.
 */
export const unreadableNumbers = {
  id: 'kept-numbers',
  state: 'warn',
  about: {
    ja: '前に案内につないだ番号の記録を読めません。',
    en: 'The record of the numbers that were set to lead here cannot be read.',
  },
  mend: {
    ja: 'このままでは、だれかがTwilioの管理画面で番号を変えても、分からないことがあります。記録は DATA_DIR の numbers.json にあります。ファイルの権限とディスクを見てください。中身が壊れているときは、numbers.json を消して、npm run twilio -- setup に案内のすべての番号を付けて実行してください。',
    en: 'Until this is fixed, a change of a number in Twilio’s console may go unnoticed. The record is numbers.json in DATA_DIR. Check its permissions and the disk. If the content is damaged, delete numbers.json and run npm run twilio -- setup with all numbers of the line.',
  },
} as const satisfies Check;
