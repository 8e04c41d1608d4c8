import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Caller } from '../operation/call-line.ts';
import { troubleCheck } from '../operation/check-account.ts';
import { lookAtLine, lookAtMachine, noEditionText, notConnectedText } from '../operation/look-at-line.ts';
import { type LineAddresses, leadsElsewhere } from '../operation/number-settings.ts';
import { probe } from '../operation/probe.ts';
import { TwilioApiError, type TwilioNumber } from '../operation/twilio-api.ts';
import { drill } from './twilio-drill.ts';
import { deployFallbackNow, writeFallbackFolder } from './twilio-fallback.ts';
import { refuse, type TwilioArguments, type TwilioCommandParts, tellChecks } from './twilio-parts.ts';
import { setUp } from './twilio-setup.ts';

export const help = {
  en: `Use: npm run twilio -- <command>
  check [--json] [--strict]    looks at settings, account, numbers, public address, speech, database and edition, and says how to
                               mend what is wrong; ends with 1 on a failure, with --strict also on a warning
  numbers                      lists the numbers of the account and where they lead
  setup [+81…] … [--yes]       shows what it would change at the numbers of the line, or at those named, asks, and changes it
  forget +81… …                stops checking numbers that were once set to lead to the line and are no longer used
  probe                        calls the line through its public address, in every language to its first topic
  fallback --deploy            puts the documents and sounds that callers hear while the server does not answer into the account’s
                               own Assets, in place of those that are there
  fallback --out <folder> [--base <address>]
                               writes them into a folder instead; put the folder at that address (by default that of
                               TWILIO_FALLBACK_URL)
  drill +81… [--line] [--yes]  calls a telephone of the office and plays it the fallback, or lets it hear the line`,
  ja: `使い方: npm run twilio -- <コマンド>
  check [--json] [--strict]    設定、アカウント、番号、公開アドレス、音声、データベース、公開中の版を調べ、直し方を
                               示します。誤りがあると1で終わります。--strict を付けると、注意でも1で終わります
  numbers                      アカウントの番号と、そのつながる先を一覧します
  setup [+81…] … [--yes]       案内の番号(または書いた番号)の、変わる設定を示し、確かめてから変えます
  forget +81… …                前に案内につないで、もう使わない番号を、調べないようにします
  probe                        公開アドレスを通して電話をかけ、すべての言語で最初の項目まで進みます
  fallback --deploy            サーバーが動いていないときに流す文書と音声を、アカウントのAssetsに置きます
                               (前のものと入れ替えます)
  fallback --out <フォルダー> [--base <アドレス>]
                               それをフォルダーに書き出します。フォルダーは、そのアドレス
                               (書かなければ TWILIO_FALLBACK_URL のところ)に置いてください
  drill +81… [--line] [--yes]  役所の電話を鳴らして、それを流します。--line を付けると、案内につなぎます`,
} as const;

/** What a command needs, besides its parts, from a line that is connected to Twilio. */
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
    print((await api.numbers()).map((each) => describeNumber(each, addresses, language)).join('\n'));
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

export const isTwilioCommand = (command: string): boolean => command === 'forget' || Object.hasOwn(commands, command);

/** Runs a command. @returns the exit code, or null for wrong usage */
export async function runTwilioCommand(
  command: string,
  given: TwilioArguments,
  parts: TwilioCommandParts,
): Promise<number | null> {
  const { config, fallbackUrl } = parts;
  const { twilio, publicUrl } = config;
  if (command === 'forget') return given.names.length === 0 ? null : forget(given, parts);
  const run = isTwilioCommand(command) ? commands[command] : undefined;
  if (!run || (given.names.length > 0 && !['setup', 'drill'].includes(command))) return null;
  if (command === 'fallback' && !given.deploy) {
    return given.out === null ? null : writeFallbackFolder(given.out, given.base, parts);
  }
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

/** Stops checking numbers that are no longer used. Twilio is not asked. @returns the exit code */
async function forget(given: TwilioArguments, parts: TwilioCommandParts): Promise<number> {
  const { kept, keepNumbers, print, language } = parts;
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
  ja: { elsewhere: '(ほかのサービス)', noVoice: '電話を受けられません' },
  en: { elsewhere: '(another service)', noVoice: 'no voice' },
} as const;

const describeNumber = (number: TwilioNumber, addresses: LineAddresses, language: TerminalLanguage): string => {
  const { [language]: words } = numberTexts;
  const leads = number.voiceApplicationSid || number.trunkSid || number.voiceUrl || '–';
  return `${number.number}  ${number.hasVoice ? leads : words.noVoice}${leadsElsewhere(number, addresses) ? `  ${words.elsewhere}` : ''}`;
};
