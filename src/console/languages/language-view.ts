import { field, select, words } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, ifAny } from '../../frame/parts.ts';
import type { PlainKey, Translate } from '../../frame/translate.ts';
import { plainOf } from '../../naming/plain-words.ts';
import { isLeafletTitle, leafletEntries, longestLeafletName } from '../../office/drafts/leaflet-names.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { EntryForm } from '../line/entry-kind.ts';
import { isUndecided } from './known-languages.ts';
import { longest, othersThan, sheetField, standingOf, type TypedLanguage } from './language-form.ts';
import type { LanguageEntry } from './menu.ts';

type LanguageForm = EntryForm<LanguageEntry, TypedLanguage>;

/**
 * Explains what adding a language, or switching it on again, means. Shows nothing for a language that is on the line.
 */
export const languageAboveView: View<LanguageForm> = (settings, { t }) => {
  const aboutKeys = { new: 'languages.add-about', off: 'languages.on-about', on: null } as const;
  const about = aboutKeys[standingOf(settings)];
  return html`${about ? html`<p>${t(about)}</p>` : ''}`;
};

/**
 * The fields of one language. First come the fields that staff have to decide, then a trial of the voice and the names
 * for the printed sheets. The fields that the console fills in are in a part that can be folded.
 */
export const createLanguageFieldsView =
  (engine: Pick<SpeechEngine, 'id'>): View<LanguageForm> =>
  (settings, visit) => {
    const { t, language } = visit;
    const { typed, now, form } = settings;
    const { errors } = form;
    return html`${select(t, {
      name: 'key',
      label: t('languages.key'),
      options: keyOptions(settings, t),
      value: typed.key,
      help: t('languages.key-help'),
      error: errors.key,
    })}
${select(t, {
  name: 'destination',
  label: t('languages.destination'),
  help: t('languages.destination-help'),
  options: now.line.file.destinations.map(({ id, name }) => ({ value: id, text: name[language] })),
  value: typed.destination,
  error: errors.destination,
})}
${trialView(settings, engine, t)}
${sheetNamesView(settings, visit)}
${moreView(settings, t)}`;
  };

/** The voice, and a button that speaks with it. */
function trialView({ id, isNew, typed, answer }: LanguageForm, engine: Pick<SpeechEngine, 'id'>, t: Translate): Html {
  const address = `/console/languages/${isNew ? 'another' : id}`;
  const voice = typed[engine.id];
  return html`<h2 class="line-title">${t('languages.voice')}</h2>
${isUndecided(typed.google) ? banner({ kind: 'warning', text: t('languages.no-google') }) : ''}
${typed.espeak === '' ? banner({ kind: 'warning', text: t('languages.no-espeak') }) : ''}
${voice === '' ? '' : html`<p>${t(`languages.speaks.${engine.id}`)}</p>`}
<p><button class="button button-quiet" type="submit" name="step" value="listen" formnovalidate hx-post="${address}" hx-target="#trial" hx-select="#trial" hx-swap="outerHTML" hx-sync="#trial:drop">${t('languages.listen')}</button></p>
<div id="trial" aria-live="polite">${answer ?? ''}</div>`;
}

/**
 * The fields for the names on the printed sheets, while a language is added or switched on again. Shows nothing if the
 * sheets need no names.
 */
const sheetNamesView: View<LanguageForm> = (settings, { t, language }) => {
  const { id, isNew, now, typed, form } = settings;
  const { file } = now.line;
  const entries = standingOf(settings) === 'on' ? [] : leafletEntries(file);
  return ifAny(
    entries,
    (some) => html`<fieldset class="line-row" aria-labelledby="sheet-names">
<h2 id="sheet-names">${t('languages.sheet-names')}</h2>
${isNew && some.some(({ names }) => Object.hasOwn(names, id)) ? html`<p>${t('languages.sheet-names-filled')}</p>` : ''}
<p class="field-help">${t('languages.sheet-names-about')}</p>
${some.map(({ id: entry, names }) => {
  const known = [language, file.sourceLanguage, 'en'].flatMap((tag) =>
    Object.hasOwn(names, tag) ? plainOf(names[tag] ?? '') : [],
  );
  const [label = '–', ...others] = new Set([...(isLeafletTitle(entry) ? [t('languages.sheet-title')] : []), ...known]);
  return field(t, {
    name: sheetField(entry),
    label,
    value: typed.sheetNames[entry],
    lang: id,
    help: others.join(' / '),
    error: form.errors[sheetField(entry)],
    autocomplete: 'off',
    optional: true,
    maxlength: longestLeafletName,
  });
})}
</fieldset>`,
  );
};

const folded = ['name', 'sourceName', 'google', 'espeak', 'twilioVoice', 'twilioLanguage'] as const;

/**
 * The fields that the console fills in, and the field for the language's own telephone numbers. They are unfolded if
 * the language is not new, if one of these fields has an error, or if a name or a voice is empty.
 */
function moreView(settings: LanguageForm, t: Translate): Html {
  const { id, isNew, typed, form } = settings;
  const { errors } = form;
  const isOpen =
    !isNew ||
    [...folded, 'tag', 'ownNumbers'].some((name) => errors[name]) ||
    folded.some((name) => typed[name] === '');
  const textField = (name: (typeof folded)[number], label: PlainKey, help: string) =>
    field(t, {
      name,
      label: t(label),
      value: typed[name],
      help,
      error: errors[name],
      autocomplete: 'off',
    });
  const voice = (name: (typeof folded)[number], label: PlainKey, help: PlainKey) => textField(name, label, t(help));
  const tagField = () =>
    field(t, {
      name: 'tag',
      label: t('languages.tag'),
      value: id,
      help: t('languages.tag-help'),
      error: errors.tag,
      autocomplete: 'off',
      maxlength: longest.tag,
    });
  return html`<details class="more"${isOpen ? ' open' : ''}>
<summary>${t('languages.more')}</summary>
${isNew ? tagField() : ''}
${textField('name', 'languages.name', t('languages.name-help'))}
${textField('sourceName', 'languages.source-name', t('languages.source-name-help', { example: '{英語|えいご}' }))}
${voice('google', 'languages.google', 'languages.google-help')}
${voice('espeak', 'languages.espeak', 'languages.espeak-help')}
${voice('twilioVoice', 'languages.twilio-voice', 'languages.twilio-help')}
${voice('twilioLanguage', 'languages.twilio-language', 'languages.twilio-language-help')}
${words(t, {
  name: 'ownNumbers',
  lang: 'en',
  rows: 2,
  label: t('languages.own-numbers'),
  value: typed.ownNumbers,
  help: t('languages.own-numbers-help'),
  error: errors.ownNumbers,
  maxlength: longest.numbers,
})}
</details>`;
}

/** The options for the key: one for each place among the other languages. */
function keyOptions(settings: LanguageForm, t: Translate) {
  const others = othersThan(settings);
  return Array.from({ length: others.length + 1 }, (_, index) => {
    const key = String(index + 1);
    const next = others[index];
    const text = next ? t('languages.before', { key, name: next.name }) : t('languages.at-end', { key });
    return { value: key, text };
  });
}
