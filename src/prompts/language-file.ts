import { z } from 'zod';

/** `prompts/<language>.yaml`: the words of one language. */
export const languageFile = z.strictObject({
  language: z.string().min(1),
  /** False until a native reader has gone through it. */
  reviewed: z.boolean(),
  /** Prompt id → its sentences, one fact each. */
  prompts: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});
export type LanguageFile = z.infer<typeof languageFile>;
