import { type ComparedSentence, compareAll } from '../../office/drafts/compare-texts.ts';
import type { ChangedValue, ContentsCompared } from '../../office/editions/compare-contents.ts';
import { type Html, html } from '../frame/html.ts';
import { ifAny } from '../frame/parts.ts';
import { hasText } from '../frame/translate.ts';
import type { Visit, Visitor } from '../frame/visit.ts';
import { pathOfText } from '../text/open-text.ts';

/** Changes between two editions: texts by prompt, with the words that were removed and added; and values. */
export async function describeChanges(
  { t }: Pick<Visitor, 't'>,
  { texts, values }: Pick<ContentsCompared, 'texts' | 'values'>,
) {
  const compared = await compareAll(texts);
  const shown = texts.map(({ language, prompt }, index) => ({
    prompt,
    language,
    href: `/console${pathOfText(language, prompt)}`,
    sentences: compared[index] ?? [],
  }));
  const byPrompt = Map.groupBy(shown, ({ prompt }) => prompt);
  return {
    count: texts.length + values.length,
    prompts: [...byPrompt].map(([prompt, changed]) => ({ prompt, texts: changed })),
    values: describeValues({ t }, values),
  };
}

/** The part of a path after one of these is a name that the office chose, so it is not translated. */
const named: ReadonlySet<string> = new Set([
  'languages',
  'topics',
  'destinations',
  'facts',
  'kinds',
  'places',
  'actions',
]);

/**
 * What staff call a value that all languages share.
 * @param path as `compareContents` writes it, such as `destinations.office.hours`
 */
export function nameOfValue({ t }: Pick<Visitor, 't'>, path: string): string {
  const parts = path.split('.');
  const show = (part: string, index: number): string => {
    if (named.has(parts[index - 1] ?? '')) return part;
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
export const describeValues = (visitor: Pick<Visitor, 't'>, values: readonly ChangedValue[]) =>
  values.map(({ path, before, after }) => ({
    name: nameOfValue(visitor, path),
    language: languageOf(path),
    before,
    after,
  }));

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

/** The changed texts, prompt by prompt, and the changed values in a table. */
export function changesView({ prompts, values }: DescribedChanges, visit: Visit): Html {
  const { t } = visit;
  return html`${prompts.map(
    ({ prompt, texts }) => html`<section class="change">
<h3>${prompt}</h3>
${texts.map(
  ({ language, href, sentences }) => html`<div class="change-text">
<p><a class="link-target" href="${href}">${language}</a></p>
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
