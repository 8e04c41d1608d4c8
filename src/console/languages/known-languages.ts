import { lookup } from '../../words/by-name.ts';

/** The voices of a language that are known without asking a speech engine. */
interface KnownVoices {
  /** A voice that Google offers directly and through Twilio; absent if no such voice is known. */
  readonly google?: string;
  /** The embedded voice; absent if no embedded voice can speak the language. */
  readonly espeak?: string;
}

/**
 * The languages that can be chosen by their names. The languages of the largest groups of foreign residents of Japan
 * come first. Google's voices are from the types of the twilio package. The embedded voices are from espeak-ng. A test
 * compares the voices with these sources.
 */
const known: Readonly<Record<string, KnownVoices>> = lookup({
  'zh-Hans': { google: 'cmn-CN-Wavenet-A', espeak: 'cmn' },
  vi: { google: 'vi-VN-Neural2-A', espeak: 'vi' },
  ko: { google: 'ko-KR-Neural2-A', espeak: 'ko' },
  // espeak-ng has no Filipino. Malay is used instead, only for trying things out. Its letters are pronounced nearly as
  // in Filipino.
  fil: { google: 'fil-PH-Wavenet-A', espeak: 'ms' },
  ne: { espeak: 'ne' },
  pt: { google: 'pt-BR-Neural2-A', espeak: 'pt-br' },
  id: { google: 'id-ID-Wavenet-A', espeak: 'id' },
  my: { espeak: 'my' },
  en: { google: 'en-US-Neural2-F', espeak: 'en-us' },
  'zh-Hant': { google: 'cmn-TW-Wavenet-A', espeak: 'cmn' },
  th: { google: 'th-TH-Neural2-C', espeak: 'th' },
  es: { google: 'es-US-Neural2-A', espeak: 'es-419' },
  si: { espeak: 'si' },
  bn: { google: 'bn-IN-Wavenet-A', espeak: 'bn' },
  hi: { google: 'hi-IN-Neural2-A', espeak: 'hi' },
  ur: { espeak: 'ur' },
  mn: {},
  fr: { google: 'fr-FR-Neural2-A', espeak: 'fr' },
  de: { google: 'de-DE-Neural2-A', espeak: 'de' },
  ru: { google: 'ru-RU-Wavenet-A', espeak: 'ru' },
  uk: { google: 'uk-UA-Wavenet-A', espeak: 'uk' },
  km: {},
  lo: {},
  ms: { google: 'ms-MY-Wavenet-A', espeak: 'ms' },
  yue: { google: 'yue-HK-Standard-A', espeak: 'yue' },
  it: { google: 'it-IT-Neural2-A', espeak: 'it' },
  tr: { google: 'tr-TR-Wavenet-A', espeak: 'tr' },
  fa: { espeak: 'fa' },
  ar: { google: 'ar-XA-Wavenet-A', espeak: 'ar' },
  ta: { google: 'ta-IN-Wavenet-A', espeak: 'ta' },
  uz: { espeak: 'uz' },
  pa: { google: 'pa-IN-Wavenet-A', espeak: 'pa' },
  ml: { google: 'ml-IN-Wavenet-A', espeak: 'ml' },
  te: { google: 'te-IN-Standard-A', espeak: 'te' },
  kk: { espeak: 'kk' },
  ky: { espeak: 'ky' },
  pl: { google: 'pl-PL-Wavenet-A', espeak: 'pl' },
  ro: { google: 'ro-RO-Wavenet-A', espeak: 'ro' },
  ja: { google: 'ja-JP-Neural2-B', espeak: 'ja' },
});

/** The tags of the languages that can be chosen by their names. */
export const knownTags: readonly string[] = Object.keys(known);

/** The voices that are filled into the form of a language. */
export interface FilledVoices {
  /** If no voice is known, this is only a locale such as `ne-NP`. Staff have to complete it to the name of a voice. */
  readonly google: string;
  /** Empty if the list has the language, but no embedded voice can speak it. */
  readonly espeak: string;
  readonly twilioVoice: string;
  readonly twilioLanguage: string;
}

/**
 * The voices that are filled into the form of a language. A voice that is not known is derived from the tag. There is
 * one exception: if a listed language has no known embedded voice, `espeak` is empty.
 * @throws RangeError if `tag` is not a well-formed language tag
 */
export function voicesFor(tag: string): FilledVoices {
  const own = Object.hasOwn(known, tag) ? known[tag] : undefined;
  const { language, region = '' } = new Intl.Locale(tag).maximize();
  const locale = `${language === 'zh' ? 'cmn' : language}-${region}`;
  const espeak = own ? (own.espeak ?? '') : language;
  if (!own?.google) return { google: locale, espeak, twilioVoice: locale, twilioLanguage: locale };
  const twilioLanguage = own.google.split('-').slice(0, 2).join('-');
  return { google: own.google, espeak, twilioVoice: `Google.${own.google}`, twilioLanguage };
}

/** Whether the name of Google's voice is incomplete because only the locale has been filled in. */
export const isUndecided = (google: string): boolean => /^[a-z]{2,3}-[A-Z]{2}$/.test(google);
