import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf, messageOf } from '../common/errors.ts';
import { ExplainedError } from '../common/explained-error.ts';

/** The first argument is not the name of a command. */
export const noCommand = (name: string): Bilingual => ({
  ja: `「${name}」というコマンドはありません。`,
  en: `There is no command "${name}".`,
});

/** The name of a command is missing. */
export const noName: Bilingual = { ja: 'コマンドを付けてください。', en: 'Name a command.' };

/** The argument that is one too many, as in `npm run staff -- add tanaka Tanaka Hanako`. */
export const tooMany = (argument: string): Bilingual => ({
  ja: `「${argument}」が余分です。空白のある文字列は、引用符で囲んでください。`,
  en: `"${argument}" is one argument too many; a text with spaces needs quotation marks.`,
});

/** The arguments of a command are wrong. The explanation says what to write instead. */
export class MisuseError extends ExplainedError {
  override readonly name = 'MisuseError';
}

const noOption = (name: string): Bilingual => ({
  ja: `${name} というオプションはありません。`,
  en: `There is no option ${name}.`,
});

/** For a command without options. @throws MisuseError if an argument is one */
export function refuseOptions(args: readonly string[]): void {
  const option = args.find((each) => /^--?[a-z]/i.test(each));
  if (option !== undefined) throw new MisuseError(noOption(option));
}

/** @throws MisuseError if there is an argument that the command does not take */
export function refuseMore([extra]: readonly string[]): void {
  if (extra !== undefined) throw new MisuseError(tooMany(extra));
}

/** Options of ours that npm has too: it takes them for itself, and may have them from its own settings. */
const ofNpm = new Set(['help', 'json', 'yes']);

/**
 * Refuses an option that npm has taken for itself because `--` was forgotten before it. Without it, a command would do something
 * else, such as end a real notice instead of a drill.
 */
function refuseSwallowed(options: NonNullable<ParseArgsConfig['options']>, environment: NodeJS.ProcessEnv): void {
  const swallowed = Object.keys(options).find(
    (name) => !ofNpm.has(name) && environment[`npm_config_${name.replaceAll('-', '_')}`] !== undefined,
  );
  if (swallowed === undefined) return;
  const command = `npm run ${environment.npm_lifecycle_event ?? '…'} -- … --${swallowed}`;
  throw new MisuseError({
    ja: `--${swallowed} が届いていません。前に「--」を付けてください: ${command}`,
    en: `--${swallowed} did not arrive; write -- before the arguments: ${command}`,
  });
}

/**
 * Reads arguments as `parseArgs` does.
 * @throws MisuseError for an option that is given twice although only one of its values would count, and for one that npm has taken
 */
export function readOptions<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  refuseSwallowed(config.options ?? {}, process.env);
  const { tokens = [] } = parseArgs({ ...config, tokens: true });
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = names.find((name, index) => names.indexOf(name) < index && config.options?.[name]?.multiple !== true);
  if (twice !== undefined)
    throw new MisuseError({ ja: `--${twice} は一度だけ書いてください。`, en: `Give --${twice} only once.` });
  return parseArgs(config);
}

/** What is wrong with the arguments, if an error is a MisuseError or one of `parseArgs`; otherwise null. */
export function wrongOption(error: unknown): Bilingual | null {
  if (error instanceof MisuseError) return error.explanation;
  // Node gives the name of the option only inside its English message.
  const message = messageOf(error);
  const [, name = ''] = /'([^' ]*)/.exec(message) ?? [];
  switch (codeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return noOption(name);
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
