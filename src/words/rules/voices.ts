import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';

/** For each script, the region in the vendors' locale for Mandarin. */
const mandarin: Readonly<Record<string, string>> = lookup({ Hans: 'CN', Hant: 'TW' });

/**
 * Languages that espeak-ng does not speak. For each: the languages whose voices can read it well enough for a
 * demonstration. Production never uses the embedded voice.
 */
const standIns: Readonly<Record<string, readonly string[]>> = lookup({ fil: ['ms', 'id'] });

/** The beginning of a vendor's locale for a language: `en-`, `cmn-TW`. */
function localeOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === 'zh' ? `cmn-${mandarin[script ?? ''] ?? ''}` : `${language}-`;
}

/**
 * V-01: a language has a voice of another language. Every caller who chose the language would hear it spoken wrongly.
 * No other rule checks voices.
 */
export function voices({ line }: Draft): Finding[] {
  return line.languages.flatMap(({ tag, voices: { espeak, google, twilio } }, index) => {
    const locale = localeOf(tag);
    const [spoken = ''] = espeak.split(/[-+]/);
    const [language = ''] = locale.split('-');
    const [espeakStart = language] = standIns[language] ?? [];
    const isEspeakRight = spoken === language || (standIns[language] ?? []).includes(spoken);
    const twilioStart = twilio.language.startsWith(locale) ? `Google.${twilio.language}-` : `Google.${locale}`;
    const isTwilioRight = !twilio.voice.startsWith('Google.') || twilio.voice.startsWith(`Google.${twilio.language}-`);
    const checked = [
      { isRight: isEspeakRight, at: ['espeak'], voice: `espeak: ${espeak}`, start: espeakStart },
      { isRight: google.startsWith(locale), at: ['google'], voice: `google: ${google}`, start: locale },
      {
        isRight: twilio.language.startsWith(locale),
        at: ['twilio', 'language'],
        voice: `twilio: ${twilio.language}`,
        start: locale,
      },
      { isRight: isTwilioRight, at: ['twilio', 'voice'], voice: `twilio: ${twilio.voice}`, start: twilioStart },
    ];
    const wrong = checked.filter(({ isRight }) => !isRight);
    return wrong.map(({ at, voice, start }) => ({
      rule: 'V-01',
      level: 'error',
      place: { path: ['languages', index, 'voices', ...at] },
      ja: `「${tag}」の声「${voice}」は別の言語の声です。「${start}」で始まる声を選んでください。`,
      en: `The voice "${voice}" of "${tag}" speaks another language; choose one that begins with "${start}".`,
    }));
  });
}
