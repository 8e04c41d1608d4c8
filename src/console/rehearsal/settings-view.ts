import { dialOutcomes } from '../../call/input.ts';
import { field, select } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { ifAny } from '../../frame/parts.ts';
import type { PlainKey } from '../../frame/translate.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { OfficeShelf } from '../../office/editions/edition.ts';
import { holidayChoices } from '../../office/rehearsal/situation.ts';
import type { OpenRehearsal } from './open-rehearsal.ts';

/** An option that a setting offers. */
interface Option {
  readonly value: string;
  readonly text: string;
}

/** A setting for which one option is chosen. */
interface Choice {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

/** A setting for which any number of options can be chosen. */
interface Ticks extends Omit<Choice, 'value'> {
  readonly chosen: readonly string[];
}

/** The fields of the settings, each with its value. */
export interface DescribedSettings {
  readonly on: Choice;
  readonly at: string;
  readonly choices: readonly Choice[];
  /** Null if the line has no words for a disaster. */
  readonly disaster: {
    readonly which: Choice;
    readonly kind: Choice;
    readonly places: Ticks;
    readonly actions: Ticks;
    readonly noticeAt: string;
    readonly approved: Choice;
  } | null;
  /** The settings in a few words. They are shown during a call. */
  readonly said: readonly string[];
  /** Whether the call is on the draft and the draft is the same as the live edition. */
  readonly isSame: boolean;
}

/** Describes the settings of a call and all their options. */
export function describeSettings(
  visitor: Pick<Visitor, 't' | 'language'>,
  { read, situation, edition, drafted }: OpenRehearsal,
  shelf: Pick<OfficeShelf, 'current'>,
): DescribedSettings {
  const { t, language } = visitor;
  const { settings } = read;
  const names = namesIn(visitor, drafted.now);
  const file = edition?.file ?? drafted.now.line.file;
  const choice = <Value extends string>(
    name: 'on' | 'holiday' | 'outcome' | 'transfers' | 'numbers' | 'disaster' | 'approved',
    value: Value,
    values: readonly NoInfer<Value>[],
    keyOf: (value: NoInfer<Value>) => PlainKey,
  ): Choice => ({
    name,
    label: t(`rehearsal.settings.${name}`),
    value,
    options: values.map((each) => ({ value: each, text: t(keyOf(each)) })),
  });
  const named = (
    list: readonly { readonly id: string; readonly name: { readonly ja: string; readonly en: string } }[],
  ) => list.map(({ id, name }) => ({ value: id, text: name[language] }));
  const numbers = file.languages.map(({ tag, ownNumbers }) => ({
    value: tag,
    text: t(ownNumbers.length > 0 ? 'rehearsal.settings.number-own' : 'rehearsal.settings.number-none', {
      name: names.language(tag),
      number: ownNumbers.join(', '),
    }),
  }));
  const { on, at, noticeAt, holiday, number, outcome, transfers, disaster, kind, place, action, approved } = settings;
  return {
    on: choice('on', on, ['draft', 'live'], (each) => `rehearsal.settings.on-${each}`),
    at,
    choices: [
      choice('holiday', holiday, holidayChoices, (each) => `rehearsal.settings.holiday-${each}`),
      {
        name: 'number',
        label: t('rehearsal.settings.number'),
        value: number,
        options: [{ value: '', text: t('rehearsal.settings.number-general') }, ...numbers],
      },
      choice('outcome', outcome, ['ask', ...dialOutcomes], (each) => `rehearsal.settings.outcome-${each}`),
      choice('transfers', transfers, ['yes', 'no'], (each) => `rehearsal.settings.transfers-${each}`),
      choice('numbers', settings.numbers, ['all', 'as-live'], (each) => `rehearsal.settings.numbers-${each}`),
    ],
    disaster: file.disaster
      ? {
          which: choice(
            'disaster',
            disaster,
            ['none', 'current', 'own'],
            (each) => `rehearsal.settings.disaster-${each}`,
          ),
          kind: { name: 'kind', label: t('rehearsal.settings.kind'), value: kind, options: named(file.disaster.kinds) },
          places: {
            name: 'place',
            label: t('rehearsal.settings.place'),
            chosen: place,
            options: named(file.disaster.places),
          },
          actions: {
            name: 'action',
            label: t('rehearsal.settings.action'),
            chosen: action,
            options: named(file.disaster.actions),
          },
          noticeAt,
          approved: choice('approved', approved, ['all', 'real'], (each) => `rehearsal.settings.approved-${each}`),
        }
      : null,
    said: [
      t(`rehearsal.settings.on-${on}`),
      t('rehearsal.settings.at-said', { at: situation.at.replace('T', ' ') }),
      ...(holiday === 'calendar' ? [] : [t(`rehearsal.settings.holiday-${holiday}`)]),
      ...(situation.language === null
        ? []
        : [t('rehearsal.settings.number-said', { name: names.language(situation.language) })]),
      ...(outcome === 'ask' ? [] : [t(`rehearsal.settings.outcome-${outcome}`)]),
      ...(transfers === 'yes' ? [] : [t('rehearsal.settings.transfers-no')]),
      ...(settings.numbers === 'all' ? [] : [t('rehearsal.settings.numbers-as-live')]),
      ...(disaster === 'none'
        ? []
        : [t(situation.notice ? 'rehearsal.settings.disaster-said' : 'rehearsal.settings.disaster-off')]),
    ],
    isSame: on === 'draft' && edition?.hash === shelf.current.hash,
  };
}

/** The form with all settings of the rehearsal phone. Its button begins a call. */
export const settingsView: View<DescribedSettings> = ({ on, at, choices, disaster }, visit) => {
  const { t } = visit;
  return html`<form class="rehearsal-settings" method="get" action="/console/rehearsal">
<div class="line-fields">
${choiceField(on, visit)}
${momentField('at', at, visit)}
${choices.map((each) => choiceField(each, visit))}
</div>
${
  disaster
    ? html`${choiceField(disaster.which, visit)}
<details class="more"${disaster.which.value === 'own' ? ' open' : ''}>
<summary>${t('rehearsal.settings.own')}</summary>
<p class="field-help">${t('rehearsal.settings.own-help')}</p>
${choiceField(disaster.kind, visit)}
${ticks(disaster.places)}
${ticks(disaster.actions)}
${momentField('noticeAt', disaster.noticeAt, visit)}
${choiceField(disaster.approved, visit)}
</details>`
    : ''
}
<p><button class="button" type="submit" name="path" value="">${t('rehearsal.settings.call')}</button></p>
</form>`;
};

const choiceField = (choice: Choice, { t }: Visit): Html => select(t, { ...choice, optional: true });

/** A date and time that may be left empty. */
const momentField = (name: 'at' | 'noticeAt', value: string, { t }: Visit): Html =>
  field(t, {
    name,
    type: 'datetime-local',
    label: t(`rehearsal.settings.${name}`),
    help: t(`rehearsal.settings.${name}-help`),
    value,
    optional: true,
  });

const ticks = ({ name, label, options, chosen }: Ticks): Html =>
  ifAny(
    options,
    (some) => html`<fieldset class="choices">
<legend>${label}</legend>
<div class="choices-row">
${some.map(({ value, text }) => html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) ? ' checked' : ''}> <span>${text}</span></label>`)}
</div>
</fieldset>`,
  );
