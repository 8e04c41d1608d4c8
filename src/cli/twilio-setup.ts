import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { alertsPath } from '../common/twilio-addresses.ts';
import { numbersOf } from '../operation/check-edition.ts';
import { checkNumbers } from '../operation/check-numbers.ts';
import { unreadableNumbers, withNumbers } from '../operation/kept-numbers.ts';
import { type LineAddresses, leadsElsewhere, numbersOfLine, settingNames } from '../operation/number-settings.ts';
import { carryOut, type PlannedChange, planSetUp } from '../operation/set-up.ts';
import type { TwilioNumber } from '../operation/twilio-api.ts';
import { refuse, type TwilioArguments, type TwilioCommandParts, tellChecks } from './twilio-parts.ts';

const texts = {
  nothingToChange: { ja: '変えるところはありません。', en: 'There is nothing to change.' },
  question: { ja: 'このとおりに変えますか。', en: 'Make these changes?' },
  unchanged: { ja: '何も変えませんでした。', en: 'Nothing was changed.' },
  changed: { ja: '変えました。もう一度調べます。', en: 'Changed. Checking again.' },
  settings: { ja: '今、Twilioにある番号の設定:', en: 'The settings of the numbers at Twilio now:' },
  byHand: (address: string): Bilingual => ({
    ja: `Twilioのエラーを知らせるアドレスだけは、Twilioの管理画面で設定します。Monitor → Logs → Error logs のWebhookに ${address} と書き、HTTP POST を選んでください。`,
    en: `The address for Twilio’s errors can only be set in its console: Monitor → Logs → Error logs, webhook ${address}, HTTP POST.`,
  }),
  empty: { ja: '(なし)', en: '(none)' },
  movedAway: (numbers: readonly string[]): Bilingual => ({
    ja: `前に案内の番号だった ${numbers.join('、')} は、今はほかのサービスにつながっています。変えていません。この案内に戻すときは、番号を書いて実行してください: npm run twilio -- setup ${numbers.join(' ')}`,
    en: `These numbers once led to this line and now lead to another service: ${numbers.join(', ')}. They were not changed. To bring them back, run: npm run twilio -- setup ${numbers.join(' ')}`,
  }),
  otherService: (names: readonly string[]): Bilingual => ({
    ja: `動いているサービスは、ほかの設定で動いています: ${names.join('、')}。このまま番号を変えると、電話が届かなくなります。サービスを再起動するか、.env を確かめてください。`,
    en: `The running service has other settings: ${names.join(', ')}. If the numbers were changed now, calls would not arrive. Restart the service, or look at .env.`,
  }),
} as const;

/** The settings that decide to which line and account the numbers belong. */
const ofNumbers: readonly string[] = ['PUBLIC_URL', 'TWILIO_ACCOUNT_SID'];

/**
 * Shows what would be changed at the numbers. Asks whether to go on, unless `--yes` is given. Then makes the changes
 * and checks the numbers again.
 * @returns the exit code
 */
export async function setUp(
  given: TwilioArguments,
  parts: TwilioCommandParts,
  addresses: LineAddresses,
): Promise<number> {
  const { api, line, language, print, ask } = parts;
  const others = (await parts.differingSettings())?.filter((name) => ofNumbers.includes(name)) ?? [];
  if (others.length > 0) return refuse(texts.otherService(others), given, parts);
  const all = await api.numbers();
  const known = line ? numbersOf(line.edition.file) : [];
  // A number belongs to this line if it leads here. So does a number that once led here, unless it now leads to another
  // service. The edition need not know such numbers.
  const lost = all.filter((each) => parts.kept?.includes(each.number) && !leadsElsewhere(each, addresses));
  const movedAway = all.filter((each) => parts.kept?.includes(each.number) && leadsElsewhere(each, addresses));
  const own = [...known, ...[...numbersOfLine(known, all, addresses), ...lost].map(({ number }) => number)];
  const compared = planSetUp(all, { named: given.names, own }, addresses);
  // The only number of the line may now lead to another service. It would then be wrong to say that the line has no
  // number. But this command may take the number back only if a person names it.
  const isMovedAway = compared.kind === 'no-numbers' && movedAway.length > 0;
  const plan = isMovedAway ? ({ kind: 'leads-elsewhere', numbers: movedAway } as const) : compared;
  if (plan.kind !== 'plan') return refuse(whyNot(plan), given, parts);
  // With --json, only the checks at the end are printed, because a program reads the output.
  const say = given.json ? () => {} : print;
  const tellAfter = async (numbers: readonly string[]): Promise<number> => {
    const kept = parts.kept && withNumbers(parts.kept, numbers);
    if (kept) await parts.keepNumbers(kept);
    const now = await api.numbers();
    const checks = checkNumbers(numbers, now, addresses);
    const code = tellChecks([...checks, ...(parts.kept ? [] : [unreadableNumbers])], given, parts);
    if (code !== 0) return code;
    const set = now.filter(({ number }) => numbers.includes(number)).map((each) => describeSettings(each, language));
    say([texts.settings[language], ...set].join('\n'));
    const left = movedAway.map(({ number }) => number).filter((number) => !numbers.includes(number));
    if (left.length > 0) say(texts.movedAway(left)[language]);
    say(texts.byHand(addresses.publicUrl + alertsPath)[language]);
    return code;
  };
  if (plan.changes.length === 0) {
    say(texts.nothingToChange[language]);
    return tellAfter(plan.right);
  }
  say(plan.changes.map((change) => describeChange(change, language)).join('\n'));
  if (!given.yes && !(await ask(texts.question[language]))) return refuse(texts.unchanged, given, parts);
  await carryOut(api, plan.changes);
  say(texts.changed[language]);
  const changed = [...plan.right, ...plan.changes.map(({ number }) => number.number)];
  return tellAfter(changed);
}

const describeChange = ({ number, differences }: PlannedChange, language: TerminalLanguage): string =>
  [
    number.number,
    ...differences.map(({ name, found, expected }) => {
      const none = texts.empty[language];
      return `  ${name}\n    - ${found || none}\n    + ${expected || none}`;
    }),
  ].join('\n');

/** A number and its settings, as read from Twilio, so that a person can compare them with Twilio’s console. */
const describeSettings = (number: TwilioNumber, language: TerminalLanguage): string =>
  [number.number, ...settingNames.map((name) => `  ${name}: ${number[name] || texts.empty[language]}`)].join('\n');

/** Why nothing may be changed, and what to do. */
function whyNot(plan: Exclude<ReturnType<typeof planSetUp>, { kind: 'plan' }>): Bilingual {
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
