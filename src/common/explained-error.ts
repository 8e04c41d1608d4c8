import type { Bilingual } from './bilingual.ts';
import { codeOf, messageOf } from './errors.ts';
import type { TerminalLanguage } from './terminal-language.ts';

/**
 * An error that tells people what is wrong and what to do. Its `message` is for the log. It is the English sentence,
 * unless the code that creates the error gives another message. An error that only a bug can cause takes one English
 * sentence for programmers instead of an explanation.
 */
export class ExplainedError extends Error {
  override readonly name: string = 'ExplainedError';
  readonly explanation: Bilingual;

  constructor(
    explanation: Bilingual | string,
    { message, ...options }: ErrorOptions & { readonly message?: string } = {},
  ) {
    const both = typeof explanation === 'string' ? unexplained(explanation) : explanation;
    super(message ?? both.en, options);
    this.explanation = both;
  }
}

/** What an error tells people, in both languages. If it has no explanation, the English text is its message. */
export function explanationOf(error: unknown): Bilingual {
  if (error instanceof ExplainedError) return error.explanation;
  const { en, ja } = unexplained(messageOf(error));
  return { en, ja: systemTrouble(error) ?? ja };
}

const unexplained = (message: string): Bilingual => ({ en: message, ja: `予期しないエラーです(${message})。` });

/** What an error tells the person at a terminal. */
export const explain = (error: unknown, language: TerminalLanguage): string => explanationOf(error)[language];

const isDenied = (path: string, code: string): string =>
  `「${path}」を読み書きする権限がありません(${code})。実行するアカウントの権限を確かめてください。`;
const isFull = (path: string | null, code: string): string =>
  `ディスクがいっぱいで、${path === null ? '' : `「${path}」に`}書けません(${code})。空きを作ってください。`;

/** What an error of the system about a file tells people in Japanese, by the code of the error. */
const systemTroubles: Readonly<Record<string, (path: string, code: string) => string>> = {
  EACCES: isDenied,
  EPERM: isDenied,
  EROFS: (path, code) => `「${path}」は読み取り専用のディスクにあります(${code})。書ける場所を指定してください。`,
  ENOENT: (path, code) => `「${path}」がありません(${code})。`,
  ENOTDIR: (path, code) => `「${path}」の途中に、フォルダーでないものがあります(${code})。`,
  EISDIR: (path, code) => `「${path}」はファイルではなく、フォルダーです(${code})。`,
};

/** Codes of a full disk, and of a quota that is used up. An error that occurs during a write does not name the file. */
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/**
 * @returns null if the code is in neither list, or if the error names no file. The error of a full disk needs no file
 */
function systemTrouble(error: unknown): string | null {
  const code = codeOf(error) ?? '';
  const path: unknown = Object(error).path;
  if (full.has(code)) return isFull(typeof path === 'string' ? path : null, code);
  const tell = Object.hasOwn(systemTroubles, code) ? systemTroubles[code] : undefined;
  return tell && typeof path === 'string' ? tell(path, code) : null;
}
