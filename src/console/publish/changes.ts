import { type ComparedSentence, compareAll } from '../../office/drafts/compare-texts.ts';
import type { ChangedValue, ContentsCompared } from '../../office/editions/compare-contents.ts';
import type { Draft } from '../../words/draft.ts';
import { type Html, html } from '../frame/html.ts';
import { ifAny, smallId } from '../frame/parts.ts';
import { hasText } from '../frame/translate.ts';
import type { Visit, Visitor } from '../frame/visit.ts';
import type { Names } from '../names/names.ts';
import { pathOfText } from '../text/open-text.ts';
import { partsWith, plainText, valuesIn } from '../text/sentence.ts';

/**
 * Changes between two editions: texts by prompt, the source text first, with the words that were removed and added; and values.
 * @param draft the newer edition, if the source text is to be shown with translations that have changed alone
 */
export async function describeChanges(
  { t }: Pick<Visitor, 't'>,
  names: Names,
  { texts, values }: Pick<ContentsCompared, 'texts' | 'values'>,
  draft: Pick<Draft, 'line' | 'words'> | null = null,
) {
  const compared = await compareAll(texts);
  const sourceLanguage = draft?.line.sourceLanguage ?? null;
  const isSource = ({ language }: { readonly language: string }) => language === sourceLanguage;
  const shown = texts.map(({ language, prompt }, index) => ({
    prompt,
    language,
    languageName: names.language(language),
    href: `/console${pathOfText(language, prompt)}`,
    sentences: compared[index] ?? [],
  }));
  const byPrompt = Map.groupBy(shown, ({ prompt }) => prompt);
  return {
    count: texts.length + values.length,
    prompts: [...byPrompt].map(([prompt, changed]) => ({
      prompt,
      name: names.prompt(prompt),
      source: draft && !changed.some(isSource) ? sourceOf(draft, prompt) : null,
      texts: [...changed.filter(isSource), ...changed.filter((each) => !isSource(each))],
    })),
    values: describeValues({ t }, names, values),
  };
}

/** A source text as staff read it. */
function sourceOf({ line, words }: Pick<Draft, 'line' | 'words'>, prompt: string) {
  const language = line.sourceLanguage;
  const partsOf = partsWith(valuesIn(line, language, null));
  const sentences = words.get(language)?.prompts[prompt] ?? [];
  return { language, text: sentences.map((sentence) => plainText(partsOf(sentence))).join(' ') };
}

/** The part of a path after one of these is the id of something that has a name. */
const named = {
  languages: ({ language }, tag) => language(tag),
  topics: ({ topic }, id) => topic(id),
  destinations: ({ destination }, id) => destination(id),
  facts: ({ fact }, id) => fact(id),
  kinds: ({ choice }, id) => choice(id),
  places: ({ choice }, id) => choice(id),
  actions: ({ choice }, id) => choice(id),
} as const satisfies Readonly<Record<string, (names: Names, id: string) => string>>;
const isNamed = (part: string): part is keyof typeof named => Object.hasOwn(named, part);

/**
 * What staff call a value that all languages share.
 * @param path as `compareContents` writes it, such as `destinations.office.hours`
 */
export function nameOfValue({ t }: Pick<Visitor, 't'>, names: Names, path: string): string {
  const parts = path.split('.');
  const show = (part: string, index: number): string => {
    const list = parts[index - 1] ?? '';
    if (isNamed(list)) return named[list](names, part);
    if (/^\d+$/.test(part)) return String(Number(part) + 1);
    const key = `values.${part}`;
    return hasText(key) ? t(key) : part;
  };
  return parts.map(show).join(' › ');
}

/** The language in which a value is written; null for numbers, dates and ids. */
function languageOf(path: string): string | null {
  const [last = '', above = '', before] = path.split('.').toReversed();
  if (last === 'name' && before === 'languages') return above;
  return ['name', 'names', 'address'].includes(above) ? last : null;
}

/** Changed values, with the names that staff call them by. */
export const describeValues = ({ t }: Pick<Visitor, 't'>, names: Names, values: readonly ChangedValue[]) =>
  values.map(({ path, before, after }) => ({
    name: nameOfValue({ t }, names, path),
    language: languageOf(path),
    before: dateKind(t, path, before) ?? withNames(names, path, before),
    after: dateKind(t, path, after) ?? withNames(names, path, after),
  }));

/** Whether a destination is closed or open on certain days, in words; null for any other value. */
function dateKind(t: Visitor['t'], path: string, value: string | null): string | null {
  const key = `destinations.date-kinds.${value}`;
  return value !== null && path.includes('.dates.') && path.endsWith('.kind') && hasText(key) ? t(key) : null;
}

/** A value that consists of ids, in names; any other value as it is. */
function withNames(names: Names, path: string, value: string | null): string | null {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  if (parts.includes('dates')) return value;
  const each = (nameOf: (id: string) => string) => (value === null ? null : value.split(', ').map(nameOf).join(', '));
  switch (parts[0] === 'facts' ? '' : last) {
    case 'parts':
      return each(names.prompt);
    case 'languages':
    case 'announcers':
    case 'sourceLanguage':
    case 'tag':
      return each(names.language);
    case 'destination':
    case 'defaultDestination':
      return each(names.destination);
    case 'hours':
    case 'from':
    case 'to':
      return each(names.fact);
    case 'number':
      return parts.includes('dials') ? value : each(names.fact);
    case 'notWith':
      return each(names.choice);
    case 'id': {
      const list = parts.at(-3) ?? '';
      return isNamed(list) ? each((id) => named[list](names, id)) : value;
    }
    default:
      return value;
  }
}

/** Changes between two editions, as `describeChanges` makes them. */
export type DescribedChanges = Awaited<ReturnType<typeof describeChanges>>;

/** Removed words are struck out and added ones underlined; for screen readers both are marked in words as well. */
export function comparedSentences(sentences: readonly ComparedSentence[], { t }: Visit): Html[] {
  const stretch = ({ kind, text }: ComparedSentence[number]): Html => {
    if (kind === 'same') return html`${text}`;
    return kind === 'removed'
      ? html`<del><span class="unseen">[${t('publish.removed')}: </span>${text}<span class="unseen">]</span></del>`
      : html`<ins><span class="unseen">[${t('publish.added')}: </span>${text}<span class="unseen">]</span></ins>`;
  };
  return sentences.map((sentence) => html`<p>${sentence.map(stretch)}</p>`);
}

/** The changed texts, prompt by prompt, each in its languages; and the changed values in a table. */
export function changesView({ prompts, values }: DescribedChanges, visit: Visit): Html {
  const { t } = visit;
  return html`${prompts.map(
    ({ prompt, name, source, texts }) => html`<section class="change-group">
<h3>${name} ${smallId(prompt)}</h3>
${source ? html`<p class="quiet" lang="${source.language}">${source.text}</p>` : ''}
${texts.map(
  ({ language, languageName, href, sentences }) => html`<div class="change-text">
<p><a class="link-target" href="${href}">${languageName}</a></p>
<div lang="${language}">
${comparedSentences(sentences, visit)}
</div>
</div>`,
)}
</section>`,
  )}
${ifAny(
  values,
  (some) => html`<table class="table">
<caption>${t('publish.values')}</caption>
<thead><tr><th scope="col">${t('publish.value')}</th><th scope="col">${t('publish.before')}</th><th scope="col">${t('publish.after')}</th></tr></thead>
<tbody>
${some.map(
  ({ name, language, before, after }) =>
    html`<tr><td data-label="${t('publish.value')}">${name}</td><td data-label="${t('publish.before')}">${valueCell(visit, language, before)}</td><td data-label="${t('publish.after')}">${valueCell(visit, language, after)}</td></tr>`,
)}
</tbody>
</table>`,
)}`;
}

/**
 * A value in a table.
 * @param language the one in which it is written; null for none
 * @param value null where there is nothing
 */
export function valueCell({ t }: Visit, language: string | null, value: string | null): Html {
  if (value === null) return html`${t('publish.nothing')}`;
  return html`<span${language === null ? '' : html` lang="${language}"`}>${value}</span>`;
}
