import { isTelephoneNumber } from '../../call/dialable.ts';
import type { ConsoleLanguage } from '../../frame/translate.ts';
import type { Visit } from '../../frame/visit.ts';
import { toDraft } from '../../office/drafts/to-draft.ts';
import type { Finding } from '../../words/finding.ts';
import type { LineFile } from '../../words/line-file.ts';
import { scriptOf } from '../../words/rules/language-of.ts';
import { voices } from '../../words/rules/voices.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import type { FieldErrors, TypedEntry } from '../line/entry-kind.ts';
import { numbersIn, othersThan, type TypedLanguage, toLanguage } from './language-form.ts';
import type { LanguageEntry } from './menu.ts';
import type { languagesTexts } from './texts.ts';

type PlainWrong = Exclude<keyof typeof languagesTexts.wrong, 'no-voice' | 'no-voices'>;

/** The errors of a form, by field. Whether the engine has the voice is not checked here, but in `voiceErrors`. */
export function languageErrors(form: TypedEntry<LanguageEntry, TypedLanguage>, { t, language }: Visit): FieldErrors {
  const { id, typed, now } = form;
  const { file } = now.line;
  const errors: Record<string, string> = {};
  const need = (isRight: boolean, field: keyof TypedLanguage, wrong: PlainWrong) => {
    if (!isRight) errors[field] ??= t(`languages.wrong.${wrong}`);
  };
  const places = othersThan(form).length + 1;
  need(/^[1-9]$/.test(typed.key) && Number(typed.key) <= places, 'key', 'key');
  need(typed.name !== '', 'name', 'name');
  need(typed.sourceName !== '', 'sourceName', 'source-name');
  need(!/\p{Script=Han}/u.test(withoutReadings(typed.sourceName)), 'sourceName', 'reading');
  const isDestination = file.destinations.some((each) => each.id === typed.destination);
  need(isDestination, 'destination', 'destination');
  for (const field of voiceFields) need(typed[field] !== '', field, 'voice');
  need(numbersIn(typed).every(isTelephoneNumber), 'ownNumbers', 'own-numbers');
  const others = new Set(othersThan(form).flatMap(({ ownNumbers }) => ownNumbers));
  need(!numbersIn(typed).some((number) => others.has(number)), 'ownNumbers', 'own-numbers-taken');
  return isLanguageTag(id) ? { ...wrongVoices(file, toLanguage(id, typed), language), ...errors } : errors;
}

const voiceFields = ['espeak', 'google', 'twilioVoice', 'twilioLanguage'] as const satisfies (keyof TypedLanguage)[];

/**
 * Whether a tag is allowed in `line.yaml`: it is in its canonical spelling, and the script of its language is known.
 */
export function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag) || scriptOf(tag) === null) return false;
  return Intl.getCanonicalLocales(tag)[0] === tag;
}

/** The parts of a name that have no reading beside them. */
const withoutReadings = (name: string): string =>
  parseSentence(name)
    .flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    .join('');

/** The errors that the checks before publishing find in the voices, by field. */
function wrongVoices(file: LineFile, entry: LanguageEntry, language: ConsoleLanguage): FieldErrors {
  const found = voices(toDraft({ ...file, languages: [entry] }, [], []));
  return Object.fromEntries(found.map((finding) => [fieldAt(finding.place), finding[language]]));
}

/** The field for a voice of `line.yaml`: `twilioVoice` for `languages.0.voices.twilio.voice`. */
function fieldAt(place: Finding['place']): (typeof voiceFields)[number] {
  const [, , , engine, part] = 'path' in place ? place.path : [];
  if (engine === 'espeak' || engine === 'google') return engine;
  return part === 'language' ? 'twilioLanguage' : 'twilioVoice';
}
