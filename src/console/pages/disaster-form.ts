import type { Request } from 'express';
import type { NoticeForm, NoticeProblem } from '../../office/disaster/read-notice.ts';
import type { LineFile } from '../../words/line-file.ts';
import { formOf } from '../form.ts';
import type { Visitor } from '../visitor.ts';

/** Places and actions are ticked one by one, each a field of its own. */
const [placeField, actionField] = ['place-', 'action-'] as const;

/** A notice as it was filled in; what the line does not know stays in it and is told. */
export function readNoticeForm(request: Request): NoticeForm {
  const form = formOf(request);
  const ticked = (start: string) =>
    [...form.keys()].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
  const text = (name: string) => (form.get(name) ?? '').trim();
  return {
    kind: text('kind'),
    places: ticked(placeField),
    actions: ticked(actionField),
    at: text('at'),
    until: text('until'),
  };
}

/** The form with what stands in it, for `parts/disaster-form`. */
export function showNoticeForm(
  { t, language }: Visitor,
  { disaster }: Pick<LineFile, 'disaster'>,
  form: NoticeForm,
  problems: readonly NoticeProblem[],
) {
  const name = (each: { readonly name: { readonly ja: string; readonly en: string } }) => each.name[language];
  const boxes = (start: string, list: NonNullable<typeof disaster>['places'], chosen: readonly string[]) =>
    list.map((each) => ({ name: `${start}${each.id}`, text: name(each), isChosen: chosen.includes(each.id) }));
  const problem = (field: string) => problems.find((each) => each === field || each.startsWith(`${field}-`));
  const errorOf = (field: string) => {
    const found = problem(field);
    return found === undefined ? undefined : t(`disaster.wrong.${found}`);
  };
  return {
    kinds: (disaster?.kinds ?? []).map((each) => ({
      id: each.id,
      text: name(each),
      isChosen: each.id === form.kind,
    })),
    places: boxes(placeField, disaster?.places ?? [], form.places),
    actions: boxes(actionField, disaster?.actions ?? [], form.actions),
    at: form.at,
    until: form.until,
    errors: {
      kind: errorOf('kind'),
      places: errorOf('places'),
      actions: errorOf('actions'),
      at: errorOf('at'),
      until: errorOf('until'),
    },
  };
}

/** The same notice as hidden fields, to be carried through the confirmation. */
export const carryNotice = ({ kind, places, actions, at, until }: NoticeForm): { name: string; value: string }[] => [
  { name: 'kind', value: kind },
  ...places.map((place) => ({ name: `${placeField}${place}`, value: '1' })),
  ...actions.map((action) => ({ name: `${actionField}${action}`, value: '1' })),
  { name: 'at', value: at },
  { name: 'until', value: until },
];
