import { SpeechError } from '../../engine.ts';

/**
 * The language code that belongs to a voice: `cmn-CN-Wavenet-A` → `cmn-CN`. Google wants both, and speaks with a voice of
 * its own choice where the name is left out.
 * @throws SpeechError for a name that no voice of Google's can have
 */
export function languageCodeOf(voice: string): string {
  const [, language, region] = /^([a-z]{2,3})-([a-z]{2})-[A-Za-z0-9-]+$/i.exec(voice) ?? [];
  if (!language || !region) {
    throw new SpeechError(
      `"${voice}" is no voice of Google's: in prompts/line.yaml name one such as "en-US-Neural2-F" as the google voice.`,
    );
  }
  return `${language.toLowerCase()}-${region.toUpperCase()}`;
}
