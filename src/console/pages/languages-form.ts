import type { Request } from 'express';
import type { LineFile } from '../../words/line-file.ts';
import { fieldOf } from '../form.ts';

export type LanguageEntry = LineFile['languages'][number];

/** A language as it stands in the form. */
export interface TypedLanguage {
  readonly tag: string;
  readonly key: string;
  readonly name: string;
  readonly sourceName: string;
  readonly destination: string;
  readonly espeak: string;
  readonly google: string;
  readonly twilioVoice: string;
  readonly twilioLanguage: string;
}

/** A language that is on the line, or was. */
export const typedLanguage = ({ voices, ownNumbers: _own, ...language }: LanguageEntry): TypedLanguage => ({
  ...language,
  espeak: voices.espeak,
  google: voices.google,
  twilioVoice: voices.twilio.voice,
  twilioLanguage: voices.twilio.language,
});

/** A language that nobody has named yet, behind all others. */
export const newLanguage = ({ languages, defaultDestination }: LineFile): TypedLanguage => ({
  tag: '',
  key: String(languages.length + 1),
  name: '',
  sourceName: '',
  destination: defaultDestination,
  espeak: '',
  google: '',
  twilioVoice: '',
  twilioLanguage: '',
});

/** What was sent; no name or voice has blanks around it. */
export function readLanguage(request: Request, tag: string): TypedLanguage {
  const field = (name: string) => fieldOf(request, name).trim();
  return {
    tag,
    key: field('key'),
    name: field('name'),
    sourceName: field('sourceName'),
    destination: field('destination'),
    espeak: field('espeak'),
    google: field('google'),
    twilioVoice: field('twilioVoice'),
    twilioLanguage: field('twilioLanguage'),
  };
}

/** A checked form as the line keeps it; telephone numbers of the language's own stay. */
export function toLanguage(typed: TypedLanguage, before: LanguageEntry | undefined): LanguageEntry {
  const { espeak, google, twilioVoice, twilioLanguage, ...language } = typed;
  const voices = { espeak, google, twilio: { voice: twilioVoice, language: twilioLanguage } };
  return { ...language, voices, ownNumbers: before?.ownNumbers ?? [] };
}
