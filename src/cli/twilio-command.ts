import { isTelephoneNumber } from '../call/dialable.ts';
import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Caller } from '../operation/call-line.ts';
import { troubleCheck } from '../operation/check-account.ts';
import { folderOf } from '../operation/fallback.ts';
import { unreadableNumbers } from '../operation/kept-numbers.ts';
import { lookAtLine, lookAtMachine, noEditionText, notConnectedText } from '../operation/look-at-line.ts';
import { type LineAddresses, leadsElsewhere } from '../operation/number-settings.ts';
import { probe } from '../operation/probe.ts';
import { TwilioApiError, type TwilioNumber } from '../operation/twilio-api.ts';
import { drill } from './twilio-drill.ts';
import { deployFallbackNow, writeFallbackFolder } from './twilio-fallback.ts';
import { refuse, type TwilioArguments, type TwilioCommandParts, tellChecks } from './twilio-parts.ts';
import { setUp } from './twilio-setup.ts';
import { MisuseError, noCommand, noName, refuseMore } from './wrong-options.ts';

export const help = {
  en: `Use: npm run twilio -- <command>
  check [--json] [--strict]    looks at settings, account, numbers, public address, speech, database and edition, and says how to
                               mend what is wrong; ends with 1 on a failure, with --strict also on a warning
  numbers                      lists the numbers of the account and where they lead
  setup [+81…] … [--yes] [--json] [--strict]
                               shows what it would change at the numbers of the line, or at those named, asks, changes it and
                               looks again; --json needs --yes, because nobody is asked then
  forget +81… …                stops checking numbers that were once set to lead to the line and are no longer used
  probe [--json] [--strict]    calls the line through its public address, in every language to its first topic
  fallback --deploy [--json]   puts the documents and sounds that callers hear while the server does not answer into the account’s
                               own Assets, in place of those that are there
  fallback --out <folder> [--base <address>]
                               writes them into a folder instead; put the folder at that address (without --base at that of
                               TWILIO_FALLBACK_URL, which must then be set)
  drill +81… [--line] [--yes]  calls a telephone of the office and plays it the fallback, or lets it hear the line
With --json, the results are written as JSON, for programs.`,
  ja: `使い方: npm run twilio -- <コマンド>
  check [--json] [--strict]    設定、アカウント、番号、公開アドレス、音声、データベース、公開中の版を調べ、直し方を
                               示します。誤りがあると1で終わります。--strict を付けると、注意でも1で終わります
  numbers                      アカウントの番号と、そのつながる先を一覧します
  setup [+81…] … [--yes] [--json] [--strict]
                               案内の番号(または書いた番号)の、変わる設定を示し、確かめてから変え、もう一度調べます。
                               --json を付けるときは、確かめないので、--yes も付けます
  forget +81… …                前に案内につないで、もう使わない番号を、調べないようにします
  probe [--json] [--strict]    公開アドレスを通して電話をかけ、すべての言語で最初の項目まで進みます
  fallback --deploy [--json]   サーバーが動いていないときに流す文書と音声を、アカウントのAssetsに置きます
                               (前のものと入れ替えます)
  fallback --out <フォルダー> [--base <アドレス>]
                               それをフォルダーに書き出します。フォルダーは、そのアドレス
                               (書かなければ TWILIO_FALLBACK_URL のところ。その設定が要ります)に置いてください
  drill +81… [--line] [--yes]  役所の電話を鳴らして、それを流します。--line を付けると、案内につなぎます
--json を付けると、結果をプログラム向けにJSONで出します。`,
} as const;

/** What a command needs besides `TwilioCommandParts`. It exists only if the line is connected to Twilio. */
interface Connection {
  readonly addresses: LineAddresses;
  readonly caller: Caller;
}

type Command = (given: TwilioArguments, parts: TwilioCommandParts, connection: Connection) => Promise<number>;

/** The commands that ask Twilio or the line. Each returns the exit code. */
const commands: Readonly<Record<string, Command>> = {
  async check(given, parts, connection) {
    return tellChecks(await lookAtLine(parts, connection), given, parts);
  },
  async numbers(_given, { api, print, language }, { addresses }) {
    const all = await api.numbers();
    print(all.map((each) => describeNumber(each, addresses, language)).join('\n') || numberTexts[language].none);
    return 0;
  },
  setup: (given, parts, { addresses }) => setUp(given, parts, addresses),
  async probe(given, parts, { caller }) {
    const { line, config, clock } = parts;
    if (!line) return refuse(noEditionText, given, parts);
    const { isProduction } = config;
    const readLine = async () => {
      const now = await parts.readLine();
      return now && { ...now, isProduction };
    };
    return tellChecks(await probe(caller, { ...line, isProduction }, { readLine, clock }), given, parts);
  },
  fallback: deployFallbackNow,
  drill: (given, parts, { addresses }) => drill(given, parts, addresses),
};

/**
 * Runs a command.
 * @returns the exit code
 * @throws MisuseError for wrong arguments, before the command does anything else
 */
export async function runTwilioCommand(
  command: string,
  given: TwilioArguments,
  parts: TwilioCommandParts,
): Promise<number> {
  const { config, fallbackUrl } = parts;
  const { twilio, publicUrl, twilioFallbackUrl } = config;
  refuseMisuse(command, given);
  if (command === 'forget') return forget(given, parts);
  if (command === 'fallback' && !given.deploy && given.out !== null) {
    // `fallbackUrl` is not used here, because it may be the address of an earlier fallback in the Assets.
    const base = given.base ?? (twilioFallbackUrl && folderOf(twilioFallbackUrl));
    return writeFallbackFolder(given.out, base, parts);
  }
  const run = commandNamed(command);
  if (!twilio || !publicUrl) {
    return command === 'check'
      ? tellChecks(await lookAtMachine(parts), given, parts)
      : refuse(notConnectedText, given, parts);
  }
  const addresses = { publicUrl, fallbackUrl, languages: parts.line?.edition.file.languages ?? [] };
  const caller = { publicUrl, accountSid: twilio.accountSid, authToken: twilio.authTokens[0] ?? '' };
  try {
    return await run(given, parts, { addresses, caller });
  } catch (error) {
    if (!(error instanceof TwilioApiError)) throw error;
    return tellChecks([troubleCheck(error)], given, parts);
  }
}

function commandNamed(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new MisuseError(name === '' ? noName : noCommand(name));
  return command;
}

/** The commands that take telephone numbers. */
const takeNumbers = ['setup', 'drill', 'forget'];

/** The options of each command. Commands without options are left out. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  check: ['json', 'strict'],
  probe: ['json', 'strict'],
  setup: ['json', 'strict', 'yes'],
  fallback: ['json', 'deploy', 'out', 'base'],
  drill: ['line', 'yes'],
};

function refuseMisuse(command: string, given: TwilioArguments): void {
  const { names, deploy, out, base, json, strict, yes, line } = given;
  if (command !== 'forget') commandNamed(command);
  const others = Object.entries({ json, strict, yes, deploy, line, out: out !== null, base: base !== null });
  const foreign = others.find(([name, isGiven]) => isGiven && !optionsOf[command]?.includes(name));
  if (foreign) throw new MisuseError(misuses.foreign(command, foreign[0]));
  if (!takeNumbers.includes(command)) refuseMore(names);
  const unreadable = names.filter((name) => !isTelephoneNumber(name));
  if (unreadable.length > 0) throw new MisuseError(misuses.notNumbers(unreadable));
  if (command === 'forget' && names.length === 0) throw new MisuseError(misuses.noNumber);
  if (command === 'drill' && names.length !== 1) throw new MisuseError(misuses.oneNumber);
  if (command === 'fallback' && !deploy && out === null) throw new MisuseError(misuses.noFolder);
  if (command === 'fallback' && deploy && (out !== null || base !== null)) throw new MisuseError(misuses.both);
  if (command === 'fallback' && json && !deploy) throw new MisuseError(misuses.jsonOfFolder);
  if (command === 'setup' && json && !yes) throw new MisuseError(misuses.jsonAsks);
}

const misuses = {
  noFolder: {
    ja: '--deploy か、書き出すフォルダーを --out で付けてください。',
    en: 'Add --deploy, or name the folder to write with --out.',
  },
  both: {
    ja: '--deploy か、--out(と --base)の、どちらかだけにしてください。',
    en: 'Give either --deploy, or --out with or without --base.',
  },
  jsonOfFolder: { ja: '--json は、--out とは使えません。', en: '--out does not go with --json.' },
  jsonAsks: {
    ja: '--json を付けると、変える前に確かめません。--yes も付けてください。',
    en: 'With --json nobody is asked before the changes: add --yes.',
  },
  foreign: (command: string, option: string): Bilingual => ({
    ja: `${command} に --${option} は付けられません。`,
    en: `The command ${command} does not take --${option}.`,
  }),
  noNumber: { ja: '番号(+81…)を付けてください。', en: 'Name the numbers (+81…).' },
  oneNumber: {
    ja: '鳴らす電話の番号を、1つだけ「+81…」の形で書いてください(初めの0は書きません)。',
    en: 'Name one telephone to call, written as +81… without the leading 0.',
  },
  notNumbers: (names: readonly string[]): Bilingual => ({
    ja: `電話番号ではありません: ${names.join('、')}。「+81…」の形で書いてください(初めの0は書きません)。`,
    en: `Not a telephone number: ${names.join(', ')}. Write it as +81… without the leading 0.`,
  }),
} as const;

/** Stops checking numbers that are no longer used. Twilio is not asked. @returns the exit code */
async function forget(given: TwilioArguments, parts: TwilioCommandParts): Promise<number> {
  const { kept, keepNumbers, print, language } = parts;
  if (!kept) {
    const { about, mend } = unreadableNumbers;
    return refuse({ ja: about.ja + mend.ja, en: `${about.en} ${mend.en}` }, given, parts);
  }
  const unknown = given.names.filter((name) => !kept.includes(name));
  if (unknown.length > 0) {
    const why = {
      ja: `前に案内につないだ番号ではありません: ${unknown.join('、')}。調べている番号: ${kept.join('、') || 'なし'}。`,
      en: `Never set to lead to this line: ${unknown.join(', ')}. The numbers that are checked: ${kept.join(', ') || 'none'}.`,
    };
    return refuse(why, given, parts);
  }
  await keepNumbers(kept.filter((number) => !given.names.includes(number)));
  const names = given.names.join(', ');
  print({ ja: `もう調べません: ${names}`, en: `No longer checked: ${names}` }[language]);
  return 0;
}

const numberTexts = {
  ja: {
    elsewhere: '(ほかのサービス)',
    noVoice: '電話を受けられません',
    none: 'このアカウントには、番号がありません。',
  },
  en: { elsewhere: '(another service)', noVoice: 'no voice', none: 'The account has no numbers.' },
} as const;

const describeNumber = (number: TwilioNumber, addresses: LineAddresses, language: TerminalLanguage): string => {
  const { [language]: words } = numberTexts;
  const leads = number.voiceApplicationSid || number.trunkSid || number.voiceUrl || '–';
  return `${number.number}  ${number.hasVoice ? leads : words.noVoice}${leadsElsewhere(number, addresses) ? `  ${words.elsewhere}` : ''}`;
};
