import { type Request, type Response, Router } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { byName } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { show } from '../show.ts';
import type { Translate } from '../texts/texts.ts';
import { visitOf } from '../visit.ts';
import { showValue } from './facts-value.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from './line-form.ts';

type LeafletFile = NonNullable<LineFile['leaflet']>;
type Parts = Pick<ConsoleParts, 'drafts'>;

const lists = ['addresses', 'contacts'] as const;
const empty: LeafletFile = { addresses: [], contacts: [] };

/** `/console/leaflets/names`: what stands on printed sheets besides words that callers hear, in every language. */
export function createLeafletNamesRouter(parts: Parts): Router {
  const router = Router();
  router.use(requireMember('edit'));
  router.get('/', async (_request, response) => {
    const now = await parts.drafts.read();
    showNames(response, now, now.line.file.leaflet ?? empty, freshForm(now));
  });
  router.post('/', async (request, response) => {
    const now = await parts.drafts.read();
    const { file } = now.line;
    const typed = readTyped(request, file);
    const errors = errorsIn(typed, file, visitOf(response).t);
    if (Object.keys(errors).length > 0) {
      return showNames(response, now, typed, sentForm(request, { status: 422, errors }));
    }
    const about = { name: '', before: summary(file.leaflet), after: summary(typed) };
    const change = { file: { ...file, leaflet: typed }, what: 'leaflet', about } as const;
    const form = await saveForm(parts, request, response, change, {
      path: '/leaflets',
      notice: 'leaflets.done.names-saved',
    });
    if (form) showNames(response, await parts.drafts.read(), typed, form);
  });
  return router;
}

/** What a field is called: `contacts-0-vi`. */
const fieldName = (list: string, index: number, tag: string): string => `${list}-${index}-${tag}`;

/** What was sent; names in languages that are switched off stay, because those may come back. */
function readTyped(request: Request, { leaflet = empty, languages }: LineFile): LeafletFile {
  const { number: _number, ...rest } = leaflet;
  const typedNames = (list: string, index: number, before: Readonly<Record<string, string>>) => {
    const typed = languages.map(({ tag }) => [tag, fieldOf(request, fieldName(list, index, tag)).trim()] as const);
    const names = byName([...Object.entries(before), ...typed]);
    return byName(Object.entries(names).filter(([, name]) => name !== ''));
  };
  const number = fieldOf(request, 'number');
  return {
    ...rest,
    ...(number !== '' && { number }),
    addresses: leaflet.addresses.map((each, index) => ({ ...each, names: typedNames('addresses', index, each.names) })),
    contacts: leaflet.contacts.map((each, index) => ({ ...each, names: typedNames('contacts', index, each.names) })),
  };
}

/** One sentence for each name that is missing, and for a number that is none. */
function errorsIn(typed: LeafletFile, { languages, facts }: LineFile, t: Translate): Record<string, string> {
  const errors = byName<string>([]);
  const isNumber =
    typed.number === undefined || (Object.hasOwn(facts, typed.number) && facts[typed.number]?.type === 'phone');
  if (!isNumber) errors.number = t('leaflets.names.wrong-number');
  for (const list of lists) {
    for (const [index, { names }] of typed[list].entries()) {
      for (const { tag } of languages) {
        if (!Object.hasOwn(names, tag)) errors[fieldName(list, index, tag)] = t('leaflets.names.missing');
      }
    }
  }
  return errors;
}

/** What the audit says of it. */
const summary = (leaflet: LeafletFile = empty): string =>
  [leaflet.number ?? '–', ...lists.flatMap((list) => leaflet[list].flatMap(({ names }) => Object.values(names)))]
    .join(' / ')
    .slice(0, 2000);

function showNames(response: Response, { line }: DraftNow, typed: LeafletFile, form: LineFormState): void {
  const { t, language } = visitOf(response);
  const { languages, sourceLanguage, facts } = line.file;
  const phones = Object.entries(facts).filter(([, { type }]) => type === 'phone');
  show(response, 'leaflet-names', {
    status: form.status,
    title: t('leaflets.names.title'),
    trail: [{ path: '/leaflets', text: t('leaflets.title') }],
    form,
    number: typed.number ?? '',
    numbers: [
      { value: '', text: t('leaflets.names.no-number') },
      ...phones.map(([name, fact]) => ({ value: name, text: `${showValue(language, fact)} (${name})` })),
    ],
    groups: lists.flatMap((list) =>
      typed[list].map((entry, index) => ({
        title: entry.names[sourceLanguage] ?? Object.values(entry.names)[0] ?? '',
        tag: sourceLanguage,
        about: 'url' in entry ? entry.url : (entry.phone ?? entry.number ?? ''),
        id: `${list}-${index}`,
        fields: languages.map(({ tag, name }) => ({
          name: fieldName(list, index, tag),
          tag,
          language: name,
          value: entry.names[tag] ?? '',
          error: form.errors[fieldName(list, index, tag)],
        })),
      })),
    ),
  });
}
