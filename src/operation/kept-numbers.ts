import { z } from 'zod';
import { isTelephoneNumber } from '../call/dialable.ts';
import type { Check } from './check.ts';

/** Maximum number of numbers that stay known. */
const mostNumbers = 1000;

/**
 * The schema of the numbers that were once set to lead to the line, in E.164 form. They stay known, so that it is noticed if
 * somebody changes one of them in Twilio's console.
 */
export const keptNumbers: z.ZodType<readonly string[]> = z.array(z.string().refine(isTelephoneNumber)).max(mostNumbers);

/**
 * The numbers of both lists, as far as `keptNumbers` allows; the earlier ones have precedence.
 * @returns null if nothing is to be added to `kept`
 */
export function withNumbers(kept: readonly string[], others: readonly string[]): readonly string[] | null {
  const all = [...new Set([...kept, ...others.filter(isTelephoneNumber)])].slice(0, mostNumbers);
  return all.length === kept.length ? null : all;
}

/** The numbers cannot be read. They are not written either: those that lead here now would take the place of all others. */
export const unreadableNumbers = {
  id: 'kept-numbers',
  state: 'warn',
  about: {
    ja: '前に案内につないだ番号の記録を読めません。',
    en: 'The record of the numbers that were set to lead here cannot be read.',
  },
  mend: {
    ja: 'このままでは、だれかがTwilioの管理画面で番号を変えても、分からないことがあります。記録は DATA_DIR の numbers.json にあります。ファイルの権限とディスクを見てください。中身が壊れているときは、numbers.json を消して、npm run twilio -- setup に案内のすべての番号を付けて実行してください。',
    en: 'Until this is mended, a number that somebody changes in Twilio’s console may go unnoticed. The record is numbers.json in DATA_DIR: look at its permissions and at the disk. If the content is damaged, delete numbers.json, and run npm run twilio -- setup with all numbers of the line.',
  },
} as const satisfies Check;
