import type { Bilingual } from '../common/bilingual.ts';
import { codeOf, messageOf } from '../common/errors.ts';

/** The first argument is not the name of a command. */
export const noCommand = (name: string): Bilingual => ({
  ja: `「${name}」というコマンドはありません。`,
  en: `There is no command "${name}".`,
});

/** The argument that is one too many, as in `npm run staff -- add tanaka Tanaka Hanako`. */
export const tooMany = (argument: string): Bilingual => ({
  ja: `「${argument}」が余分です。空白のある文字列は、引用符で囲んでください。`,
  en: `"${argument}" is one argument too many; a text with spaces needs quotation marks.`,
});

/** What is wrong with the arguments, if an error is one of `parseArgs`; otherwise null. */
export function wrongOption(error: unknown): Bilingual | null {
  // Node tells the name only inside its English sentence.
  const message = messageOf(error);
  const [, name = ''] = /'([^' ]*)/.exec(message) ?? [];
  switch (codeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return { ja: `${name} というオプションはありません。`, en: `There is no option ${name}.` };
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? { ja: `${name} に値は付けられません。`, en: `The option ${name} takes no value.` }
        : { ja: `${name} に値を付けてください。`, en: `The option ${name} needs a value.` };
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return tooMany(/'(.*)'/s.exec(message)?.[1] ?? '');
    default:
      return null;
  }
}
