import { z } from 'zod';
import { recordOf } from './by-name.ts';

/** Longer than any sentence that can be understood by ear; how long one should be is for the rules to say. */
const sentence = z.string().min(1).max(1000, 'a sentence has at most 1000 characters');

/** `prompts/<language>.yaml`: the words of one language. */
export const languageFile = z.strictObject({
  language: z.string().min(1),
  /** False until a native reader has gone through it. */
  reviewed: z.boolean(),
  /** Prompt id → its sentences, one fact each. */
  prompts: recordOf(z.string(), z.array(sentence).min(1).max(60, 'a prompt has at most 60 sentences')),
});
export type LanguageFile = z.infer<typeof languageFile>;
