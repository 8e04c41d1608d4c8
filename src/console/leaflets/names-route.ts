import { type Request, type Response, Router } from 'express';
import { chosen, type FormField, readForm, textLine, textsIn } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { show } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { visitOf } from '../../frame/visit.ts';
import { languageText } from '../../naming/language-label.ts';
import { namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { longestLeafletName } from '../../office/drafts/leaflet-names.ts';
import { byName } from '../../words/by-name.ts';
import { isPhone } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { formatFact } from '../facts/format-fact.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from '../line/line-form.ts';
import { noValues, partsWith, plainText } from '../text/sentence.ts';
import { leafletNamesView } from './names-view.ts';

type LeafletFile = NonNullable<LineFile['leaflet']>;

const lists = ['addresses', 'contacts'] as const;
const empty: LeafletFile = { addresses: [], contacts: [] };

/**
 * `/console/leaflets/names`: the form for the parts of leaflets that callers do not hear. These are the telephone
 * number of the line, the titles, and the names of web sites and contacts.
 */
export function createLeafletNamesRouter(parts: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  router.use(requireMember('edit'));
  router.get('/', async (_request, response) => {
    const now = await parts.drafts.read();
    showNames(response, now, now.line.file.leaflet ?? empty, freshForm(now));
  });
  router.post('/', async (request, response) => {
    const { t } = visitOf(response);
    const now = await parts.drafts.read();
    const { file } = now.line;
    const { typed, tooLong } = readNames(request, file, t);
    const errors = { ...errorsIn(typed, file, t), ...tooLong };
    if (Object.keys(errors).length > 0) {
      return showNames(response, now, typed, sentForm(request, { status: 422, errors }));
    }
    const about = { name: '', ...changesBetween(file.leaflet ?? empty, typed) };
    const change = { file: { ...file, leaflet: typed }, what: 'leaflet', about } as const;
    const done = { path: '/leaflets', notice: 'leaflets.done.names-saved' } as const;
    const form = await saveForm(parts, request, response, change, done);
    if (form) showNames(response, await parts.drafts.read(), typed, form);
  });
  return router;
}

/** The name of a field, such as `contacts-0-vi`. */
const fieldName = (list: (typeof lists)[number], index: number, tag: string): string => `${list}-${index}-${tag}`;
const titleField = (tag: string): string => `title-${tag}`;

/**
 * Reads the form. Names and titles in languages that are switched off are kept, because those languages may be switched
 * on again.
 */
function readNames(
  request: Request,
  { leaflet = empty, languages }: LineFile,
  t: Translate,
): { readonly typed: LeafletFile; readonly tooLong: Readonly<Record<string, string>> } {
  const nameFields = lists.flatMap((list) =>
    leaflet[list].flatMap((_entry, index) => languages.map(({ tag }) => fieldName(list, index, tag))),
  );
  const titleFields = languages.map(({ tag }) => titleField(tag));
  const fields = byName<FormField<string>>([
    ...[...titleFields, ...nameFields].map((name) => [name, textLine(longestLeafletName)] as const),
    ['number', chosen],
  ]);
  const { typed: sent, errors } = readForm(request, t, fields, textsIn(leaflet));
  const sentNames = (fieldIn: (tag: string) => string, before: Readonly<Record<string, string>>) => {
    const typed = languages.map(({ tag }) => [tag, sent[fieldIn(tag)] ?? ''] as const);
    const names = byName([...Object.entries(before), ...typed]);
    return byName(Object.entries(names).filter(([, name]) => name !== ''));
  };
  const namesIn = (list: (typeof lists)[number], index: number, before: Readonly<Record<string, string>>) =>
    sentNames((tag) => fieldName(list, index, tag), before);
  const { number: _number, title: before = {}, ...rest } = leaflet;
  const number = sent.number ?? '';
  const title = sentNames(titleField, before);
  const typed = {
    ...rest,
    ...(Object.keys(title).length > 0 && { title }),
    ...(number !== '' && { number }),
    addresses: leaflet.addresses.map((each, index) => ({ ...each, names: namesIn('addresses', index, each.names) })),
    contacts: leaflet.contacts.map((each, index) => ({ ...each, names: namesIn('contacts', index, each.names) })),
  };
  const tooLong = Object.entries(errors).flatMap(([name, error]) => (error ? [[name, error] as const] : []));
  return { typed, tooLong: byName(tooLong) };
}

/** The errors by field: one for each missing name, and one if the chosen number is not a fact of the type `phone`. */
function errorsIn(typed: LeafletFile, { languages, facts }: LineFile, t: Translate): Record<string, string> {
  const errors = byName<string>([]);
  if (typed.number !== undefined && !isPhone(facts, typed.number)) errors.number = t('leaflets.names.wrong-number');
  for (const list of lists) {
    for (const [index, { names }] of typed[list].entries()) {
      for (const { tag } of languages) {
        if (!Object.hasOwn(names, tag)) errors[fieldName(list, index, tag)] = t('leaflets.names.missing');
      }
    }
  }
  return errors;
}

/**
 * The values that the form can change, by the names of their fields. Titles and names are without readings. The value
 * of `number` is the id of a fact.
 */
const valuesOf = (leaflet: LeafletFile): ReadonlyMap<string, string> =>
  new Map([
    ['number', leaflet.number ?? ''],
    ...Object.entries(leaflet.title ?? {}).map(([tag, title]) => [titleField(tag), plainName(title)] as const),
    ...lists.flatMap((list) =>
      leaflet[list].flatMap(({ names }, index) =>
        Object.entries(names).map(([tag, name]) => [fieldName(list, index, tag), plainName(name)] as const),
      ),
    ),
  ]);

/** The values that differ, as the audit stores them. `before` and `after` are cut off after 2000 characters each. */
function changesBetween(before: LeafletFile, after: LeafletFile): { readonly before: string; readonly after: string } {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter((field) => old.get(field) !== now.get(field));
  const list = (values: ReadonlyMap<string, string>) =>
    fields
      .map((field) => values.get(field) || '–')
      .join(' / ')
      .slice(0, 2000);
  return { before: list(old), after: list(now) };
}

/** A name without its readings. */
const plainName = (name: string): string => plainText(partsWith(noValues, () => null)(name));

function showNames(response: Response, now: DraftNow, typed: LeafletFile, form: LineFormState): void {
  const visit = visitOf(response);
  const { t, language } = visit;
  const names = namesIn(visit, now);
  const { languages, sourceLanguage, facts } = now.line.file;
  const labelOf = ({ tag, name }: { readonly tag: string; readonly name: string }) =>
    languageText({ tag, name, called: names.language(tag) });
  const phones = Object.entries(facts).filter(([, { type }]) => type === 'phone');
  show(response, leafletNamesView, {
    status: form.status,
    title: t('leaflets.names.title'),
    trail: [{ path: '/leaflets', text: t('leaflets.title') }],
    form,
    number: typed.number ?? '',
    numbers: [
      { value: '', text: t('leaflets.names.no-number') },
      ...phones.map(([name, fact]) => ({ value: name, text: `${formatFact(language, fact)} (${names.fact(name)})` })),
    ],
    sourceLanguage,
    titles: languages.map((each) => ({
      name: titleField(each.tag),
      label: labelOf(each),
      value: typed.title?.[each.tag] ?? '',
    })),
    entries: lists.flatMap((list) =>
      typed[list].map((entry, index) => ({
        id: `${list}-${index}`,
        title: plainName(entry.names[sourceLanguage] ?? Object.values(entry.names)[0] ?? ''),
        about: 'url' in entry ? entry.url : (entry.phone ?? (entry.number ? names.fact(entry.number) : '')),
        fields: languages.map((each) => ({
          name: fieldName(list, index, each.tag),
          label: labelOf(each),
          value: entry.names[each.tag] ?? '',
        })),
      })),
    ),
  });
}
