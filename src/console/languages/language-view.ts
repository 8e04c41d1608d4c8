import { field, select } from '../frame/fields.ts';
import { html, type View } from '../frame/html.ts';
import type { TextKey, Translate } from '../frame/translate.ts';
import type { EntryForm } from '../line/entry-kind.ts';
import { othersThan, standingOf, type TypedLanguage } from './language-form.ts';
import type { LanguageEntry } from './menu.ts';

type LanguageForm = EntryForm<LanguageEntry, TypedLanguage>;

/** What follows when a language is added or switched on again. */
export const languageAboveView: View<LanguageForm> = (settings, { t }) => {
  const aboutKeys = { new: 'languages.add-about', off: 'languages.on-about', on: null } as const;
  const about = aboutKeys[standingOf(settings)];
  return html`${about ? html`<p>${t(about)}</p>` : ''}`;
};

/** The fields of one language. */
export const languageFieldsView: View<LanguageForm> = (settings, { t, language }) => {
  const { typed, now, form } = settings;
  const { errors } = form;
  const textField = (name: keyof TypedLanguage, label: TextKey, help: string) =>
    field(t, {
      ...{ name, label: t(label), value: typed[name], help, error: errors[name] },
      autocomplete: 'off',
    });
  const voice = (name: keyof TypedLanguage, label: TextKey, help: TextKey) => textField(name, label, t(help));
  const sourceHelp = t('languages.source-name-help', { example: '{英語|えいご}' });
  return html`${textField('name', 'languages.name', t('languages.name-help'))}
${textField('sourceName', 'languages.source-name', sourceHelp)}
${select(t, {
  ...{ name: 'key', label: t('languages.key'), options: keyOptions(settings, t), value: typed.key },
  ...{ help: t('languages.key-help'), error: errors.key },
})}
${select(t, {
  ...{ name: 'destination', label: t('languages.destination'), help: t('languages.destination-help') },
  options: now.line.file.destinations.map(({ id, name }) => ({ value: id, text: name[language] })),
  ...{ value: typed.destination, error: errors.destination },
})}
<h2 class="line-title">${t('languages.voices')}</h2>
${voice('google', 'languages.google', 'languages.google-help')}
${voice('espeak', 'languages.espeak', 'languages.espeak-help')}
${voice('twilioVoice', 'languages.twilio-voice', 'languages.twilio-help')}
${voice('twilioLanguage', 'languages.twilio-language', 'languages.twilio-language-help')}`;
};

/** A key for each place among the other languages. */
function keyOptions(settings: LanguageForm, t: Translate) {
  const others = othersThan(settings);
  return Array.from({ length: others.length + 1 }, (_, index) => {
    const key = String(index + 1);
    const next = others[index];
    const text = next ? t('languages.before', { key, name: next.name }) : t('languages.at-end', { key });
    return { value: key, text };
  });
}
