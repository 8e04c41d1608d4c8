import { dialOutcomes } from '../../call/input.ts';
import type { OfficeShelf } from '../../office/editions/office-shelf.ts';
import { holidayChoices } from '../../office/rehearsal/situation.ts';
import type { Visitor } from '../visitor.ts';
import type { OpenRehearsal } from './open-rehearsal.ts';

/** The fields of the settings, each with what is chosen, and the sentence that tells them while a call goes on. */
export function showSettings(
  { t, language }: Pick<Visitor, 't' | 'language'>,
  { read, situation, edition, drafted }: OpenRehearsal,
  shelf: Pick<OfficeShelf, 'current'>,
) {
  const { settings } = read;
  const file = edition?.file ?? drafted.now.line.file;
  const choice = (name: string, values: readonly string[], value: string) => ({
    name,
    label: t(`rehearsal.settings.${name}`),
    value,
    options: values.map((each) => ({ value: each, text: t(`rehearsal.settings.${name}-${each}`) })),
  });
  const named = (list: readonly { readonly id: string; readonly name: { ja: string; en: string } }[] = []) =>
    list.map(({ id, name }) => ({ value: id, text: name[language] }));
  const numbers = file.languages.map(({ tag, name, ownNumbers }) => ({
    value: tag,
    text: t(ownNumbers.length > 0 ? 'rehearsal.settings.number-own' : 'rehearsal.settings.number-none', {
      name,
      number: ownNumbers.join(', '),
    }),
  }));
  const on = choice('on', ['draft', 'live'], settings.on);
  return {
    on,
    at: settings.at,
    noticeAt: settings.noticeAt,
    choices: [
      choice('holiday', holidayChoices, settings.holiday),
      {
        name: 'number',
        label: t('rehearsal.settings.number'),
        value: settings.number,
        options: [{ value: '', text: t('rehearsal.settings.number-general') }, ...numbers],
      },
      choice('outcome', ['ask', ...dialOutcomes], settings.outcome),
      choice('transfers', ['yes', 'no'], settings.transfers),
      choice('numbers', ['all', 'as-live'], settings.numbers),
    ],
    disaster: file.disaster && {
      which: choice('disaster', ['none', 'current', 'own'], settings.disaster),
      kind: {
        name: 'kind',
        label: t('rehearsal.settings.kind'),
        value: settings.kind,
        options: named(file.disaster.kinds),
      },
      places: {
        name: 'place',
        label: t('rehearsal.settings.place'),
        chosen: settings.place,
        options: named(file.disaster.places),
      },
      actions: {
        name: 'action',
        label: t('rehearsal.settings.action'),
        chosen: settings.action,
        options: named(file.disaster.actions),
      },
      approved: choice('approved', ['all', 'real'], settings.approved),
    },
    said: [
      t(`rehearsal.settings.on-${settings.on}`),
      t('rehearsal.settings.at-said', { at: situation.at.replace('T', ' ') }),
      ...(settings.holiday === 'calendar' ? [] : [t(`rehearsal.settings.holiday-${settings.holiday}`)]),
      ...(situation.language === null ? [] : [t('rehearsal.settings.number-said', { tag: situation.language })]),
      ...(settings.outcome === 'ask' ? [] : [t(`rehearsal.settings.outcome-${settings.outcome}`)]),
      ...(settings.transfers === 'yes' ? [] : [t('rehearsal.settings.transfers-no')]),
      ...(settings.numbers === 'all' ? [] : [t('rehearsal.settings.numbers-as-live')]),
      ...(settings.disaster === 'none'
        ? []
        : [t(situation.notice ? 'rehearsal.settings.disaster-said' : 'rehearsal.settings.disaster-off')]),
    ],
    isSame: settings.on === 'draft' && edition?.hash === shelf.current.hash,
  };
}
