import { disasterPrompts } from './disaster.ts';
import type { LanguageTag } from './line.ts';
import { emergency } from './say.ts';

/** The prompts that say the emergency numbers. After the last number, they ask the caller to hang up. */
const endWithTheCall: ReadonlySet<string> = new Set([emergency, disasterPrompts.safety]);

/**
 * Leaves out the end of the texts with emergency numbers: everything after the sentence with the last number. That end
 * asks callers to hang up, and readers are not in a call. A text that names no telephone number is left as it is.
 * @param namesNumber whether a sentence names a telephone number
 */
export function withoutCallEnd<Sentence extends { readonly prompt: string; readonly language: LanguageTag }>(
  sentences: readonly Sentence[],
  namesNumber: (sentence: Sentence) => boolean,
): readonly Sentence[] {
  const lastNumber = (prompt: string, language: LanguageTag): number =>
    sentences.findLastIndex((each) => each.prompt === prompt && each.language === language && namesNumber(each));
  return sentences.filter(({ prompt, language }, index) => {
    if (!endWithTheCall.has(prompt)) return true;
    const last = lastNumber(prompt, language);
    return last < 0 || index <= last;
  });
}

/**
 * Maximum number of letters after the name of the language, as in 한국어입니다. A longer sentence says something else, too.
 */
const longestEnding = 6;

/** How a language is offered: its own name, and the words that say which key chooses it. */
interface OfferedLanguage {
  readonly name: string;
  readonly choice: string;
}

/**
 * Whether the first sentence of a welcome only names the language. Such a sentence is the name alone, as in "English.",
 * the name with a short ending, or words from the sentence that offers the language. Listeners need it. Readers see
 * which language they read.
 */
export function isLanguageName(sentence: string, { name, choice }: OfferedLanguage): boolean {
  const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const [said, own] = [letters(sentence), letters(name)];
  if (said === '') return false;
  return (said.startsWith(own) && said.length <= own.length + longestEnding) || letters(choice).includes(said);
}
