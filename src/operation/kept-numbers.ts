import { z } from 'zod';

/**
 * The schema of the numbers that were once set to lead to the line, in E.164 form. They stay known, so that it is noticed if
 * somebody changes one of them in Twilio's console.
 */
export const keptNumbers: z.ZodType<readonly string[]> = z.array(z.string().regex(/^\+[1-9]\d{6,14}$/)).max(1000);

/** These numbers and others. @returns null if there are no others */
export function withNumbers(kept: readonly string[], others: readonly string[]): readonly string[] | null {
  const all = new Set([...kept, ...others]);
  return all.size === kept.length ? null : [...all];
}
