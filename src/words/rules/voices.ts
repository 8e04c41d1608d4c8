import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';

/** The regions whose Mandarin a script stands for. */
const mandarin: Readonly<Record<string, string>> = lookup({ Hans: 'CN', Hant: 'TW' });

/** How a vendor's locale for a language begins: `en-`, `cmn-TW`. */
function localeOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === 'zh' ? `cmn-${mandarin[script ?? ''] ?? ''}` : `${language}-`;
}

/**
 * V-01: every voice of a language speaks that language. A wrong one would be heard by every caller who chose it, and no
 * other rule reads anything but words.
 */
export function voices({ line }: Draft): Finding[] {
  return line.languages.flatMap(({ tag, voices: { espeak, google, twilio } }, index) => {
    const locale = localeOf(tag);
    const [spoken = ''] = espeak.split(/[-+]/);
    const wrong = [
      ...(spoken === locale.split('-')[0] ? [] : [`espeak: ${espeak}`]),
      ...(google.startsWith(locale) ? [] : [`google: ${google}`]),
      ...(twilio.language.startsWith(locale) ? [] : [`twilio: ${twilio.language}`]),
      ...(!twilio.voice.startsWith('Google.') || twilio.voice.startsWith(`Google.${twilio.language}-`)
        ? []
        : [`twilio: ${twilio.voice}`]),
    ];
    return wrong.map((voice) => ({
      rule: 'V-01',
      level: 'error',
      place: { path: ['languages', index, 'voices'] },
      ja: `「${tag}」の声「${voice}」は別の言語の声です。「${locale}」で始まる声を選んでください。`,
      en: `The voice "${voice}" of "${tag}" speaks another language; choose one that begins with "${locale}".`,
    }));
  });
}
