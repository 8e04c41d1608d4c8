import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf, messageOf } from '../common/errors.ts';
import { ExplainedError } from '../common/explained-error.ts';

/** Says that the first argument is not the name of a command. */
export const noCommand = (name: string): Bilingual => ({
  ja: `「${name}」というコマンドはありません。`,
  en: `There is no command "${name}".`,
});

/** Says that the name of a command is missing. */
export const noName: Bilingual = { ja: 'コマンドを付けてください。', en: 'Name a command.' };

/** Says which argument is one too many, as in `npm run staff -- add tanaka Tanaka Hanako`. */
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

/** Refuses options, for a command that has none. @throws MisuseError if an argument is an option */
export function refuseOptions(args: readonly string[]): void {
  const option = args.find((each) => /^--?[a-z]/i.test(each));
  if (option !== undefined) throw new MisuseError(noOption(option));
}

/** Refuses the arguments that remain after a command has taken its own. @throws MisuseError if any remain */
export function refuseMore([extra]: readonly string[]): void {
  if (extra !== undefined) throw new MisuseError(tooMany(extra));
}

/**
 * Options that npm also has. Whether a user gave one of them before `--` cannot be seen, because npm may have it from
 * its own settings.
 */
const ofNpm = new Set(['help', 'json', 'yes']);

/**
 * Refuses to go on if npm has taken an option for itself, because `--` before the option was forgotten. Without the
 * option, a command would do something else, such as end a real notice instead of a drill.
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
 * @throws MisuseError if an option that may be given only once is given twice, or if npm has taken an option for itself
 * @throws TypeError of `parseArgs` for other wrong arguments; `wrongOption` explains it
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

/** What is wrong with the arguments, if the error is a MisuseError or comes from `parseArgs`; otherwise null. */
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
