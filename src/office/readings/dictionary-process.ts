/**
 * The program of the dictionary process: IPADIC in lindera. It is a separate process because it takes a second to load,
 * and because its 190 MB are released only when a process ends. It ends when the office ends.
 */
import { messageOf } from '../../common/errors.ts';

/** A word as the dictionary knows it. */
export interface DictionaryWord {
  readonly text: string;
  /** In katakana; null for a word that the dictionary does not know. */
  readonly reading: string | null;
}

/** The answer of the process to the texts that it was sent. */
export type DictionaryAnswer = { readonly words: DictionaryWord[][] } | { readonly broken: string };

const opened = open();
// If opening fails, each question is answered with the error. This handler prevents an unhandled rejection before the
// first question.
opened.catch(() => {});

process.on('message', async (texts: readonly string[]) => {
  process.send?.(await answer(texts));
});
process.on('disconnect', () => process.exit());

async function open() {
  const { TokenizerBuilder } = await import('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  return builder.build();
}

async function answer(texts: readonly string[]): Promise<DictionaryAnswer> {
  try {
    const dictionary = await opened;
    return { words: texts.map((text) => wordsOf(dictionary.tokenize(text))) };
  } catch (error) {
    return { broken: messageOf(error) };
  }
}

/** The package does not declare the type of its words. */
function wordsOf(tokens: readonly { readonly surface?: unknown; readonly reading?: unknown }[]): DictionaryWord[] {
  return tokens.map(({ surface, reading }) => ({
    text: String(surface),
    reading: typeof reading === 'string' && reading !== '' && reading !== '*' ? reading : null,
  }));
}
