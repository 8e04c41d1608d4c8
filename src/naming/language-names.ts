import { lookup } from '../words/by-name.ts';

/** Japanese names under which staff look for a language in a list, for languages for which `Intl` has another name. */
const usualNames: Readonly<Record<string, string>> = lookup({
  fil: 'フィリピノ語(タガログ語)',
  km: 'カンボジア語(クメール語)',
  lo: 'ラオス語',
  'zh-Hans': '中国語(普通話)',
  'zh-Hant': '台湾の中国語(台湾華語)',
});

/** Japanese names of languages, written with readings. Agents hear these names in the whisper. */
const namesWithReadings: Readonly<Record<string, string>> = lookup({
  fil: 'フィリピノ{語|ご}',
  km: 'カンボジア{語|ご}',
  lo: 'ラオス{語|ご}',
  'zh-Hans': '{中国語|ちゅうごくご}',
  'zh-Hant': '{台湾|たいわん}の {中国語|ちゅうごくご}',
  en: '{英語|えいご}',
  ko: '{韓国語|かんこくご}',
  ja: '{日本語|にほんご}',
  yue: '{広東語|かんとんご}',
});

/**
 * Names of languages in the language itself, for languages that people know under another name than the one in `Intl`.
 */
const ownNames: Readonly<Record<string, string>> = lookup({
  'zh-Hans': '普通话',
  'zh-Hant': '台灣華語',
  id: 'Bahasa Indonesia',
  ms: 'Bahasa Melayu',
  my: 'မြန်မာဘာသာ',
  km: 'ភាសាខ្មែរ',
  lo: 'ພາສາລາວ',
  th: 'ภาษาไทย',
});

/** The name of the language `tag` in the language `language`; the tag itself if it is invalid or no name is known. */
function nameIn(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The name of a language that staff see, in the language of the console. */
export const languageNameFor = (tag: string, language: 'ja' | 'en'): string =>
  (language === 'ja' ? usualNames[tag] : undefined) ?? nameIn(language, tag);

/**
 * The name of a language in the language itself; empty if it is unknown. A name from `Intl` gets a capital first letter
 * if the script has capitals.
 */
export function ownName(tag: string): string {
  const listed = ownNames[tag];
  if (listed !== undefined) return listed;
  if (Intl.DisplayNames.supportedLocalesOf([tag]).length === 0) return '';
  const name = nameIn(tag, tag);
  return name === tag ? '' : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/**
 * The name of a language in the source language of the line. In Japanese, kanji have readings where these are known.
 * The form for a language asks for the missing readings.
 */
export function nameInSource(tag: string, sourceLanguage: string): string {
  const name = nameIn(sourceLanguage, tag);
  if (new Intl.Locale(sourceLanguage).language !== 'ja') return name;
  return namesWithReadings[tag] ?? name.replace(/(?<=[\p{Script=Katakana}ー])語$/u, '{語|ご}');
}
