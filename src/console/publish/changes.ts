import { type Html, html } from '../../frame/html.ts';
import { ifAny, smallId } from '../../frame/parts.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import { nameOfValue, readableValue } from '../../naming/value-names.ts';
import { type ComparedSentence, compareAll } from '../../office/drafts/compare-texts.ts';
import type { ChangedValue, ContentsCompared } from '../../office/editions/compare-contents.ts';
import type { Draft } from '../../words/draft.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import { sourceFirst } from '../../words/source-first.ts';
import { pathOfText } from '../text/open-text.ts';
import { partsOfText, plainText, sentenceView } from '../text/sentence.ts';

/**
 * Describes changed texts and values, such as those between two editions. The texts are grouped by prompt, the source
 * text first. Each text has its removed and added words.
 * @param draft the content after the changes. Where only translations of a prompt have changed, its source text is
 * shown too. If `draft` is null, no such source text is shown, and the texts of a prompt keep their order
 */
export async function describeChanges(
  visitor: Pick<Visitor, 't' | 'language'>,
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
    names,
    count: texts.length + values.length,
    prompts: [...byPrompt].map(([prompt, changed]) => ({
      prompt,
      name: names.prompt(prompt),
      source: draft && !changed.some(isSource) ? sourceOf(draft, prompt, names) : null,
      texts: sourceFirst(changed, sourceLanguage, ({ language }) => language),
    })),
    values: describeValues(visitor, names, values),
  };
}

/** A source text as staff read it, without readings and with values. */
function sourceOf({ line, words }: Pick<Draft, 'line' | 'words'>, prompt: string, names: Names) {
  const language = line.sourceLanguage;
  const partsOf = partsOfText({ line }, { language, prompt }, names);
  const sentences = words.get(language)?.prompts[prompt] ?? [];
  return { language, text: sentences.map((sentence) => plainText(partsOf(sentence))).join(' ') };
}

/**
 * The tag of the language in which a value is written. It is null if the path does not name a language, as for numbers
 * and dates. It is `zxx` for the names of voices, because they are in no language.
 */
function languageOf(path: string): string | null {
  if (path.includes('.voices.')) return 'zxx';
  const [last = '', above = '', before] = path.split('.').toReversed();
  if (last === 'name' && before === 'languages') return above;
  return ['name', 'names', 'title', 'address'].includes(above) ? last : null;
}

/** Describes changed values by the names that staff use. */
export const describeValues = (
  visitor: Pick<Visitor, 't' | 'language'>,
  names: Names,
  values: readonly ChangedValue[],
) =>
  values.map(({ path, before, after }) => ({
    name: nameOfValue(visitor, names, path),
    language: languageOf(path),
    before: readableValue(visitor, names, path, before),
    after: readableValue(visitor, names, path, after),
  }));

/** Changed texts and values, as `describeChanges` returns them. */
export type DescribedChanges = Awaited<ReturnType<typeof describeChanges>>;

/**
 * Shows removed words struck out and added words underlined. Hidden words tell screen readers what was removed or
 * added.
 */
export function comparedSentences(sentences: readonly ComparedSentence[], names: Names, { t }: Visit): Html[] {
  // Facts are shown by name, because their values may have changed too.
  const shown = (text: string): Html =>
    sentenceView(
      parseSentence(text).map((part) =>
        part.kind === 'placeholder' ? { ...part, value: names.fact(part.name) } : part,
      ),
    );
  const stretch = ({ kind, text }: ComparedSentence[number]): Html => {
    if (kind === 'same') return shown(text);
    return kind === 'removed'
      ? html`<del><span class="unseen">[${t('publish.removed')}: </span>${shown(text)}<span class="unseen">]</span></del>`
      : html`<ins><span class="unseen">[${t('publish.added')}: </span>${shown(text)}<span class="unseen">]</span></ins>`;
  };
  return sentences.map((sentence) => html`<p>${sentence.map(stretch)}</p>`);
}

/** The changed texts, by prompt and then by language, and the changed values in a table. */
export function changesView({ names, prompts, values }: DescribedChanges, visit: Visit): Html {
  const { t } = visit;
  return html`${prompts.map(
    ({ prompt, name, source, texts }) => html`<section class="change-group">
<h3>${name} ${smallId(prompt)}</h3>
${source ? html`<p class="quiet" lang="${source.language}">${source.text}</p>` : ''}
${texts.map(
  ({ language, languageName, href, sentences }) => html`<div class="change-text">
<p><a class="link-target" href="${href}">${languageName}</a></p>
<div lang="${language}">
${comparedSentences(sentences, names, visit)}
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
 * The content of a table cell with a value.
 * @param language the language in which the value is written; null for numbers, dates, ids and other values without a
 * language
 * @param value null if there is no value
 */
export function valueCell({ t }: Visit, language: string | null, value: string | null): Html {
  if (value === null) return html`${t('publish.nothing')}`;
  return html`<span${language === null ? '' : html` lang="${language}"`}>${value}</span>`;
}
