import { isTelephoneNumber } from '../call/dialable.ts';
import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { alertsPath } from '../common/twilio-addresses.ts';
import { numbersOf } from '../operation/check-edition.ts';
import { checkNumbers } from '../operation/check-numbers.ts';
import { withNumbers } from '../operation/kept-numbers.ts';
import { type LineAddresses, numbersOfLine } from '../operation/number-settings.ts';
import { carryOut, type PlannedChange, planSetUp } from '../operation/set-up.ts';
import { refuse, type TwilioArguments, type TwilioCommandParts, tellChecks } from './twilio-parts.ts';

const texts = {
  nothingToChange: { ja: '変えるところはありません。', en: 'There is nothing to change.' },
  question: { ja: 'このとおりに変えますか。', en: 'Make these changes?' },
  unchanged: { ja: '何も変えませんでした。', en: 'Nothing was changed.' },
  changed: { ja: '変えました。もう一度調べます。', en: 'Changed. Checking again.' },
  byHand: (address: string): Bilingual => ({
    ja: `Twilioのエラーを知らせるアドレスだけは、Twilioの管理画面で設定します。Monitor → Logs → Error logs のWebhookに ${address} と書き、HTTP POST を選んでください。`,
    en: `The address for Twilio’s errors can only be set in its console: Monitor → Logs → Error logs, webhook ${address}, HTTP POST.`,
  }),
  unreadable: (names: readonly string[]): Bilingual => ({
    ja: `電話番号ではありません: ${names.join('、')}。番号は、初めの0を除いて「+81…」と書いてください。`,
    en: `Not a telephone number: ${names.join(', ')}; write numbers as +81…, without the leading 0.`,
  }),
  empty: { ja: '(なし)', en: '(none)' },
} as const;

/** Shows what would be changed at the numbers, asks, makes the changes and checks the numbers again. @returns the exit code */
export async function setUp(
  given: TwilioArguments,
  parts: TwilioCommandParts,
  addresses: LineAddresses,
): Promise<number> {
  const { api, line, language, print, ask } = parts;
  const unreadable = given.names.filter((name) => !isTelephoneNumber(name));
  if (unreadable.length > 0) return refuse(texts.unreadable(unreadable), given, parts);
  const all = await api.numbers();
  const known = line ? numbersOf(line.edition.file) : [];
  // Numbers that already lead to this line belong to it, even if the edition does not know them.
  const own = [...known, ...numbersOfLine(known, all, addresses).map(({ number }) => number)];
  const plan = planSetUp(all, { named: given.names, own }, addresses);
  if (plan.kind !== 'plan') return refuse(whyNot(plan), given, parts);
  // With --json, a program gets only the checks at the end.
  const say = given.json ? () => {} : print;
  const tellAfter = async (numbers: readonly string[]): Promise<number> => {
    const kept = withNumbers(parts.kept, numbers);
    if (kept) await parts.keepNumbers(kept);
    const code = tellChecks(checkNumbers(numbers, await api.numbers(), addresses), given, parts);
    if (code === 0) say(texts.byHand(addresses.publicUrl + alertsPath)[language]);
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
