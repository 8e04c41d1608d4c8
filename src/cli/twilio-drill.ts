import { connectionOverrides, voicePath } from '../common/twilio-addresses.ts';
import { numbersOf } from '../operation/check-edition.ts';
import { type LineAddresses, numbersOfLine } from '../operation/number-settings.ts';
import type { TwilioArguments, TwilioCommandParts } from './twilio-parts.ts';

const texts = {
  noOwn: {
    ja: 'この案内の番号が、アカウントにありません。先に npm run twilio -- setup +81… で設定してください。',
    en: 'The account has no number of this line: run npm run twilio -- setup +81… first.',
  },
  noFallback: {
    ja: '代替案内がまだありません。先に npm run twilio -- fallback --deploy で置くか、TWILIO_FALLBACK_URL を設定してください。',
    en: 'There is no fallback yet: put it there with npm run twilio -- fallback --deploy, or set TWILIO_FALLBACK_URL.',
  },
  unchanged: { ja: '電話しませんでした。', en: 'Nobody was called.' },
} as const;

/**
 * Calls a telephone of the staff. The person who answers hears the fallback or, with `--line`, the line. Twilio charges
 * for the call.
 * @returns the exit code
 */
export async function drill(
  given: TwilioArguments,
  { api, line, language, ask, print }: TwilioCommandParts,
  { publicUrl, fallbackUrl }: LineAddresses,
): Promise<number> {
  const refuse = (text: keyof typeof texts): number => {
    print(texts[text][language]);
    return 1;
  };
  const [to = ''] = given.names;
  if (!given.line && fallbackUrl === null) return refuse('noFallback');
  const known = line ? numbersOf(line.edition.file) : [];
  const own = numbersOfLine(known, await api.numbers(), { publicUrl });
  const from = own.find(({ hasVoice }) => hasVoice)?.number;
  if (from === undefined) return refuse('noOwn');
  const question = {
    ja: `${from} から ${to} に電話して、${given.line ? '案内につなぎます' : '代替案内を流します'}。通話料がかかります。よろしいですか。`,
    en: `${from} will call ${to} and ${given.line ? 'let it hear the line' : 'play the fallback'}; Twilio charges for the call. Go on?`,
  };
  if (!given.yes && !(await ask(question[language]))) return refuse('unchanged');
  await (given.line || fallbackUrl === null
    ? api.call({ to, from, url: publicUrl + voicePath + connectionOverrides, method: 'POST' })
    : api.call({ to, from, url: fallbackUrl, method: 'GET' }));
  const done = {
    ja: `${to} を鳴らしています。出て、全部を聞いてください。`,
    en: `${to} is ringing: answer it, and listen to all of it.`,
  };
  print(done[language]);
  return 0;
}
