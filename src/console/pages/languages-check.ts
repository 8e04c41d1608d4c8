import { toDraft } from '../../office/drafts/to-draft.ts';
import { byName, lookup } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';
import { scriptOf } from '../../words/rules/language-of.ts';
import { voices } from '../../words/rules/voices.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import type { ConsoleLanguage, Translate } from '../texts/texts.ts';
import { type LanguageEntry, type TypedLanguage, toLanguage } from './languages-form.ts';

/** How many keys languages have. */
export const mostLanguages = 9;

/** Why a form cannot be kept: one sentence a field; empty when it can. */
export function languageErrors(
  typed: TypedLanguage,
  { file, places }: { readonly file: LineFile; readonly places: number },
  { t, language }: { readonly t: Translate; readonly language: ConsoleLanguage },
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = lookup({});
  const need = (isRight: boolean, field: string, key: string) => {
    if (!isRight) errors[field] ??= t(`languages.wrong.${key}`);
  };
  need(isTag(typed.tag), 'tag', 'tag');
  need(/^[1-9]$/.test(typed.key) && Number(typed.key) <= places, 'key', 'key');
  need(typed.name !== '', 'name', 'name');
  need(typed.sourceName !== '', 'source-name', 'source-name');
  need(!/\p{Script=Han}/u.test(unread(typed.sourceName)), 'source-name', 'reading');
  need(
    file.destinations.some(({ id }) => id === typed.destination),
    'destination',
    'destination',
  );
  for (const [field, voice] of Object.entries(voicesOf(typed))) need(voice !== '', field, 'voice');
  return isTag(typed.tag) ? { ...wrongVoices(file, toLanguage(typed, undefined), language), ...errors } : errors;
}

/** Why a language cannot be added under a tag; null when it can. */
export const tagError = (tag: string, { languages }: LineFile, t: Translate): string | null =>
  languages.some((each) => each.tag === tag) ? t('languages.wrong.taken') : null;

/** A tag as `line.yaml` has it, in its one right spelling, of a language that is known. */
function isTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag) || scriptOf(tag) === null) return false;
  return Intl.getCanonicalLocales(tag)[0] === tag;
}

/** What of a name would be read by guessing. */
const unread = (name: string): string =>
  parseSentence(name)
    .flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    .join('');

const voicesOf = ({ espeak, google, twilioVoice, twilioLanguage }: TypedLanguage) => ({
  espeak,
  google,
  twilioVoice,
  twilioLanguage,
});

/** What the checks before publishing say of its voices, each at the field it speaks of. */
function wrongVoices(file: LineFile, entry: LanguageEntry, language: ConsoleLanguage): Record<string, string> {
  const { twilio } = entry.voices;
  const found = voices(toDraft({ ...file, languages: [entry] }, [], []));
  return byName(
    found.map((finding) => {
      const about = finding.en;
      const field = about.includes('"espeak: ')
        ? 'espeak'
        : about.includes('"google: ')
          ? 'google'
          : about.includes(`"twilio: ${twilio.language}"`)
            ? 'twilioLanguage'
            : 'twilioVoice';
      return [field, finding[language]];
    }),
  );
}
