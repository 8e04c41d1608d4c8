import type { Config } from '../config.ts';
import type { Edition } from '../edition/edition.ts';
import type { Caller } from '../operation/call-line.ts';
import { type Check, exitCodeOf } from '../operation/check.ts';
import { checkAccount, troubleCheck, untilTrouble } from '../operation/check-account.ts';
import { checkAddress } from '../operation/check-address.ts';
import { checkDialling, checkTried } from '../operation/check-destinations.ts';
import { checkDisk } from '../operation/check-disk.ts';
import { checkEdition, numbersOf } from '../operation/check-edition.ts';
import { checkFallback } from '../operation/check-fallback.ts';
import { checkNumbers } from '../operation/check-numbers.ts';
import { type LineAddresses, leadsElsewhere } from '../operation/number-settings.ts';
import { type ProbedLine, probe } from '../operation/probe.ts';
import { type TerminalLanguage, toJson, toReport } from '../operation/report.ts';
import { carryOut, type PlannedChange, planSetUp } from '../operation/set-up.ts';
import { type TwilioApi, TwilioApiError, type TwilioNumber } from '../operation/twilio-api.ts';
import { noEditionText, writeFallbackFolder } from './twilio-fallback.ts';

export const help = {
  en: `Use: npm run twilio -- <command>
  check [--json] [--strict]    looks at settings, account, numbers, public address and edition, and says how to mend what is
                               wrong; ends with 1 on a failure, with --strict also on a warning
  numbers                      lists the numbers of the account and where they lead
  setup [+81…] … [--yes]       shows what it would change at the numbers of the line, or at those named, asks, and changes it
  probe                        calls the line through its public address, in every language to its first topic
  fallback --out <folder> [--base <address>]
                               writes the documents and sounds that callers hear while the server does not answer; put the folder
                               at that address (by default that of TWILIO_FALLBACK_URL)`,
  ja: `使い方: npm run twilio -- <コマンド>
  check [--json] [--strict]    設定、アカウント、番号、公開アドレス、公開中の版を調べ、直し方を示します。
                               誤りがあると1で終わります。--strict を付けると、注意でも1で終わります
  numbers                      アカウントの番号と、そのつながる先を一覧します
  setup [+81…] … [--yes]       案内の番号(または書いた番号)の、変わる設定を示し、確かめてから変えます
  probe                        公開アドレスを通して電話をかけ、すべての言語で最初の項目まで進みます
  fallback --out <フォルダー> [--base <アドレス>]
                               サーバーが動いていないときに流す文書と音声を書き出します。フォルダーは、そのアドレス
                               (書かなければ TWILIO_FALLBACK_URL のところ)に置いてください`,
} as const;

/** What the commands need. */
export interface TwilioCommandParts {
  readonly config: Pick<Config, 'publicUrl' | 'twilio' | 'isProduction'>;
  readonly fallbackUrl: string | null;
  readonly api: TwilioApi;
  /** The live edition; null before the first one. */
  readonly line:
    | (Omit<ProbedLine, 'edition' | 'isProduction'> & {
        readonly edition: Edition;
        readonly hasSound: (key: string) => Promise<boolean>;
      })
    | null;
  /** The folders of the service, by the names of their settings. */
  readonly folders: Parameters<typeof checkDisk>[0];
  readonly language: TerminalLanguage;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Asks a yes-or-no question. */
  readonly ask: (question: string) => Promise<boolean>;
  readonly print: (text: string) => void;
}

/** The arguments after the command. */
export interface TwilioArguments {
  readonly names: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
  readonly yes: boolean;
  readonly out: string | null;
  readonly base: string | null;
}

const texts = {
  notConnected: {
    ja: 'Twilioにつながる設定がありません。PUBLIC_URL、TWILIO_ACCOUNT_SID、TWILIO_AUTH_TOKEN を設定してください(docs/operation.md)。',
    en: 'The line is not connected to Twilio: set PUBLIC_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (docs/operation.md).',
  },
  nothingToChange: { ja: '変えるところはありません。', en: 'There is nothing to change.' },
  question: { ja: 'このとおりに変えますか。', en: 'Change it like this?' },
  unchanged: { ja: '何も変えませんでした。', en: 'Nothing was changed.' },
  changed: { ja: '変えました。もう一度調べます。', en: 'Changed. Looking again.' },
  empty: { ja: '(なし)', en: '(none)' },
} as const;

/** Runs a command. @returns the exit code, or null for wrong usage */
export async function runTwilioCommand(
  command: string,
  given: TwilioArguments,
  parts: TwilioCommandParts,
): Promise<number | null> {
  const { config, fallbackUrl, language, print } = parts;
  const { twilio, publicUrl } = config;
  if (command === 'fallback') return given.out === null ? null : writeFallbackFolder(given.out, given.base, parts);
  if (!['check', 'numbers', 'setup', 'probe'].includes(command)) return null;
  if (!twilio || !publicUrl) {
    print(texts.notConnected[language]);
    return 1;
  }
  const addresses = { publicUrl, fallbackUrl, languages: parts.line?.edition.file.languages ?? [] };
  const caller = { publicUrl, accountSid: twilio.accountSid, authToken: twilio.authTokens[0] ?? '' };
  try {
    return await runConnected(command, given, parts, { addresses, caller });
  } catch (error) {
    if (!(error instanceof TwilioApiError)) throw error;
    return tell([troubleCheck(error)], given, parts);
  }
}

/** Runs a command of a line that is connected to Twilio. */
async function runConnected(
  command: string,
  given: TwilioArguments,
  parts: TwilioCommandParts,
  { addresses, caller }: { readonly addresses: LineAddresses; readonly caller: Caller },
): Promise<number> {
  const { config, fallbackUrl, language, print } = parts;
  switch (command) {
    case 'numbers':
      print((await parts.api.numbers()).map((each) => describeNumber(each, addresses)).join('\n'));
      return 0;
    case 'setup':
      return setUp(given, parts, addresses);
    case 'probe': {
      const { line } = parts;
      if (!line) {
        print(noEditionText[language]);
        return 1;
      }
      const now = new Date(parts.clock()).toISOString();
      return tell(await probe(caller, { ...line, isProduction: config.isProduction }, now), given, parts);
    }
    default: {
      const { api, line, clock } = parts;
      const checks = [
        ...(await untilTrouble([
          () => checkAccount(api, clock),
          async () => checkNumbers(line ? numbersOf(line.edition.file) : [], await api.numbers(), addresses),
          async () => (line ? checkDialling(line.edition.line, api) : []),
        ])),
        ...(line ? checkTried(line.edition.line) : []),
        ...(await checkDisk(parts.folders)),
        ...(await checkAddress(caller, clock())),
        ...(line ? await checkEdition(line.edition, clock(), line.hasSound) : [noEdition]),
        ...(line ? await checkFallback(line.edition, fallbackUrl, line.disaster !== null, clock()) : []),
      ];
      return tell(checks, given, parts);
    }
  }
}

const noEdition: Check = {
  id: 'edition',
  state: 'fail',
  about: { ja: '公開された版', en: 'A published edition' },
  mend: noEditionText,
};

function tell(
  checks: readonly Check[],
  { json, strict }: TwilioArguments,
  { language, print }: TwilioCommandParts,
): number {
  print(json ? toJson(checks) : toReport(checks, language));
  return exitCodeOf(checks, strict);
}

const describeNumber = (number: TwilioNumber, addresses: LineAddresses): string => {
  const leads = number.voiceApplicationSid || number.trunkSid || number.voiceUrl || '–';
  return `${number.number}  ${number.hasVoice ? leads : 'no voice'}${leadsElsewhere(number, addresses) ? '  (another service)' : ''}`;
};

async function setUp(given: TwilioArguments, parts: TwilioCommandParts, addresses: LineAddresses): Promise<number> {
  const { api, line, language, print, ask } = parts;
  const own = line ? numbersOf(line.edition.file) : [];
  const plan = planSetUp(await api.numbers(), { named: given.names, own }, addresses);
  if (plan.kind !== 'plan') {
    print(whyNot(plan)[language]);
    return 1;
  }
  if (plan.changes.length === 0) {
    print(texts.nothingToChange[language]);
    return tell(checkNumbers(plan.right, await api.numbers(), addresses), given, parts);
  }
  print(plan.changes.map((change) => describeChange(change, language)).join('\n'));
  if (!given.yes && !(await ask(texts.question[language]))) {
    print(texts.unchanged[language]);
    return 1;
  }
  await carryOut(api, plan.changes);
  print(texts.changed[language]);
  const changed = [...plan.right, ...plan.changes.map(({ number }) => number.number)];
  return tell(checkNumbers(changed, await api.numbers(), addresses), given, parts);
}

const describeChange = ({ number, differences }: PlannedChange, language: TerminalLanguage): string =>
  [
    number.number,
    ...differences.map(({ name, found, expected }) => {
      const none = texts.empty[language];
      return `  ${name}\n    - ${found || none}\n    + ${expected || none}`;
    }),
  ].join('\n');

/** Why nothing may be changed, and what to do. */
function whyNot(plan: Exclude<ReturnType<typeof planSetUp>, { kind: 'plan' }>) {
  switch (plan.kind) {
    case 'no-numbers':
      return {
        ja: '案内の番号がまだ決まっていません。使う番号を付けてください: npm run twilio -- setup +81…(番号は npm run twilio -- numbers で分かります)',
        en: 'The line has no number yet; name the one to use: npm run twilio -- setup +81… (npm run twilio -- numbers lists them)',
      };
    case 'unknown-numbers':
      return {
        ja: `このアカウントにない番号です: ${plan.numbers.join('、')}。番号は「+81…」と書き、npm run twilio -- numbers で確かめてください。`,
        en: `Not in this account: ${plan.numbers.join(', ')}; write numbers as +81… and look with npm run twilio -- numbers.`,
      };
    case 'no-voice':
      return {
        ja: `電話を受けられない番号です: ${plan.numbers.join('、')}。`,
        en: `These numbers cannot be called: ${plan.numbers.join(', ')}.`,
      };
    case 'leads-elsewhere': {
      const numbers = plan.numbers.map(({ number }) => number);
      return {
        ja: `ほかのサービスにつながっている番号です: ${numbers.join('、')}。この案内に使うときは、番号を書いて実行してください: npm run twilio -- setup ${numbers.join(' ')}`,
        en: `These numbers lead to another service: ${numbers.join(', ')}. If they are to lead here, name them: npm run twilio -- setup ${numbers.join(' ')}`,
      };
    }
  }
}
