import type { LanguageTag } from '../call/line.ts';
import { connectionOverrides, statusPath, voicePath } from '../common/twilio-addresses.ts';
import { fallbackFor } from './fallback.ts';
import type { NumberSettings, TwilioNumber } from './twilio-api.ts';

/** Where a line is reached. */
export interface LineAddresses {
  /** Without a slash at its end, such as `https://line.example.jp`. */
  readonly publicUrl: string;
  /** The address of the fallback, which callers hear while the line does not answer; null if none is known. */
  readonly fallbackUrl: string | null;
  /** The languages of the line, with the numbers that belong to one language alone. */
  readonly languages: readonly { readonly tag: LanguageTag; readonly ownNumbers: readonly string[] }[];
}

/**
 * The exact settings that a number of the line must have. Static hosts refuse POST, so the fallback is fetched by GET.
 * @param number in E.164 form
 */
export function wantedSettings(number: string, { publicUrl, fallbackUrl, languages }: LineAddresses): NumberSettings {
  const own = languages.find(({ ownNumbers }) => ownNumbers.includes(number))?.tag;
  return {
    voiceUrl: publicUrl + voicePath + connectionOverrides,
    voiceMethod: 'POST',
    voiceFallbackUrl: fallbackUrl === null ? '' : fallbackFor(fallbackUrl, own),
    voiceFallbackMethod: fallbackUrl === null ? 'POST' : 'GET',
    statusCallback: publicUrl + statusPath,
    statusCallbackMethod: 'POST',
    voiceApplicationSid: '',
    trunkSid: '',
  };
}

/** The settings in the order in which they are shown. */
export const settingNames = [
  'voiceApplicationSid',
  'trunkSid',
  'voiceUrl',
  'voiceMethod',
  'voiceFallbackUrl',
  'voiceFallbackMethod',
  'statusCallback',
  'statusCallbackMethod',
] as const satisfies readonly (keyof NumberSettings)[];

/** The id of the check of a setting, such as `number-voice-method`. */
export const settingIdOf = (name: keyof NumberSettings): string =>
  `number-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/**
 * The numbers of an account that belong to the line: those in `own`, and those whose address leads to the line.
 * @param own the numbers that are known to belong to the line, in E.164 form
 * @param all the numbers of the account
 */
export function numbersOfLine(
  own: readonly string[],
  all: readonly TwilioNumber[],
  { publicUrl }: Pick<LineAddresses, 'publicUrl'>,
): TwilioNumber[] {
  const known = new Set(own);
  return all.filter(({ number, voiceUrl }) => known.has(number) || voiceUrl.startsWith(`${publicUrl}/`));
}

/**
 * Whether a setting is not compared because the line has no fallback. A fallback that somebody has set by hand must
 * then stay, because callers have no other.
 */
const isLeftAlone = (name: keyof NumberSettings, wanted: NumberSettings): boolean =>
  wanted.voiceFallbackUrl === '' && (name === 'voiceFallbackUrl' || name === 'voiceFallbackMethod');

/** A setting of a number that is not as it must be. */
export interface SettingDifference {
  readonly name: keyof NumberSettings;
  readonly found: string;
  readonly expected: string;
}

/**
 * The settings that differ, except those that `isLeftAlone` excludes. They are compared character by character, so
 * addresses with different fragments also differ.
 */
export const differencesOf = (number: NumberSettings, wanted: NumberSettings): SettingDifference[] =>
  settingNames
    .filter((name) => number[name] !== wanted[name] && !isLeftAlone(name, wanted))
    .map((name) => ({ name, found: number[name], expected: wanted[name] }));

/** The addresses that Twilio gives to new numbers. They lead to a demonstration, not to anybody's service. */
const demonstrations = /^https?:\/\/demo\.twilio\.com\//;

/** Whether calls to a number lead to somebody else's service. */
export function leadsElsewhere(number: TwilioNumber, { publicUrl }: Pick<LineAddresses, 'publicUrl'>): boolean {
  if (number.voiceApplicationSid !== '' || number.trunkSid !== '') return true;
  const { voiceUrl } = number;
  return voiceUrl !== '' && !demonstrations.test(voiceUrl) && !isOurs(voiceUrl, publicUrl);
}

/** Whether an address belongs to the line, even with mistakes such as http, a trailing slash, or another port. */
export function isOurs(address: string, publicUrl: string): boolean {
  const [one, other] = [URL.parse(address), URL.parse(publicUrl)];
  return one !== null && one.hostname === other?.hostname;
}
