import { field } from '../../frame/fields.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField, refusedAlone, type Status, smallId, status } from '../../frame/parts.ts';
import type { Names } from '../../naming/names.ts';
import type { EditionRecord } from '../../office/editions/edition-records.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import { formatFact } from '../facts/format-fact.ts';
import { changesView, type DescribedChanges } from '../publish/changes.ts';
import { partsOfText, sentenceView } from '../text/sentence.ts';

/** Maximum length of the reason for a rollback, in characters. */
export const longestReason = 500;

/** One edition: when callers heard it, its texts, and the form that rolls back to it. */
interface EditionData {
  readonly record: EditionRecord;
  readonly names: Names;
  readonly isLive: boolean;
  /** A mark that tells whether all texts of the edition are approved. */
  readonly mark: Status;
  /** The reasons given for emergency publications of this edition. */
  readonly emergencies: readonly string[];
  /** The periods in which the edition was live, the latest first. */
  readonly times: readonly { readonly from: string; readonly until: string }[];
  /** How the edition differs from what callers hear now. */
  readonly changes: DescribedChanges;
  readonly mayRollBack: boolean;
  /** The number of the publication that is live now; 0 if there is none. */
  readonly basedOn: number;
  /** Why the submitted form was refused; null if it was not refused, or if `reasonError` says why. */
  readonly problem: string | null;
  /** The reason that was typed. */
  readonly reason: string;
  readonly reasonError: string | undefined;
}

export const editionView: View<EditionData> = (data, visit) => {
  const { t, language } = visit;
  const { record, isLive, mark, emergencies, times, changes, mayRollBack, problem, reason } = data;
  const hasForm = !isLive && mayRollBack;
  const { hash, engine, manifest } = record;
  const seconds = manifest.sounds.reduce((sum, each) => sum + each.seconds, 0);
  const sounds = { count: manifest.sounds.length, minutes: Math.round(seconds / 60) };
  return html`${refusedAlone(problem === null ? [] : [problem], hasForm ? [] : [reason])}
<p>${status(isLive ? { kind: 'good', text: t('editions.live') } : { kind: 'plain', text: t('editions.not-live') })} ${status(mark)}</p>
${emergencies.map((each) => html`<p>${t('editions.emergency-reason', { reason: each })}</p>`)}
<dl class="facts">
<div><dt>${t('editions.when')}</dt><dd>${formatMoment(language, record.at)}</dd></div>
<div><dt>${t('editions.who')}</dt><dd>${formatPerson(visit, record.by)}</dd></div>
<div><dt>${t('editions.comment')}</dt><dd>${record.comment || t('publish.nothing')}</dd></div>
<div><dt>${t('editions.document')}</dt><dd>${record.documentNumber ?? t('editions.no-document')}</dd></div>
<div><dt>${t('editions.live-times')}</dt><dd>${times.map((each) => html`<p>${t('editions.from-until', each)}</p>`)}</dd></div>
<div><dt>${t('editions.voice')}</dt><dd>${engine.id} (${engine.fingerprint})</dd></div>
<div><dt>${t('editions.sounds')}</dt><dd>${t('editions.sounds-count', sounds)}</dd></div>
<div><dt>${t('editions.hash')}</dt><dd><code>${hash}</code></dd></div>
</dl>
<p><a class="link-target" href="/console/editions/${hash}/change-sheet">${t('change-sheet.link')}</a></p>
<p><a class="button button-quiet" href="/console/editions/${hash}/export.zip">${t('editions.export')}</a></p>
${
  isLive
    ? ''
    : html`<section>
<h2>${t('editions.difference', { count: changes.count })}</h2>
${changesView(changes, visit)}
</section>`
}
${hasForm ? rollBackView(data, visit) : ''}
${contentView(data, visit)}`;
};

const rollBackView: View<EditionData> = ({ record, basedOn, reason, reasonError }, visit) => {
  const { t } = visit;
  return html`<section>
<h2>${t('editions.roll-back')}</h2>
<p>${t('editions.roll-back-help')}</p>
<form class="form" method="post" action="/console/editions/${record.hash}/roll-back">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${basedOn}">
${field(t, { name: 'reason', label: t('editions.reason'), value: reason, error: reasonError, maxlength: longestReason })}
<button class="button button-danger" type="submit">${t('editions.roll-back-button')}</button>
</form>
</section>`;
};

/** What callers hear in an edition: values, keys, and the texts of every language. */
const contentView: View<EditionData> = ({ record: { line, words }, names }, { t, language }) => html`<section>
<h2>${t('editions.content')}</h2>
<table class="table">
<caption>${t('editions.facts')}</caption>
<thead><tr><th scope="col">${t('editions.fact')}</th><th scope="col">${t('editions.value')}</th><th scope="col">${t('editions.source')}</th></tr></thead>
<tbody>
${Object.entries(line.facts).map(
  ([name, fact]) =>
    html`<tr><td data-label="${t('editions.fact')}"><div>${names.fact(name)} ${smallId(name)}</div></td><td data-label="${t('editions.value')}">${formatFact(language, fact)}</td><td data-label="${t('editions.source')}">${fact.source} (${fact.checkedOn})</td></tr>`,
)}
</tbody>
</table>
<p>${t('editions.topic-keys')} ${line.topics.map(({ id, key }) => html`<kbd>${key}</kbd> ${names.topic(id)} `)}</p>
${line.languages.map(
  ({ tag, key, name }) => html`<details class="more">
<summary><kbd>${key}</kbd> <span lang="${tag}">${name}</span></summary>
<dl class="facts">
${requiredPromptsIn(line, tag).map((prompt) => {
  const partsOf = partsOfText({ line }, { language: tag, prompt }, names);
  const sentences = (words[tag]?.prompts[prompt] ?? []).map(partsOf);
  return html`<div><dt>${names.prompt(prompt)} ${smallId(prompt)}</dt><dd lang="${tag}">${sentences.map((parts) => html`<p>${sentenceView(parts)}</p>`)}</dd></div>`;
})}
</dl>
</details>`,
)}
</section>`;
