import { formatDay } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { ifAny } from '../../frame/parts.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import { compareAll } from '../../office/drafts/compare-texts.ts';
import type { Approval } from '../../office/editions/approval/approval-records.ts';
import { describeValues, valueCell } from '../publish/changes.ts';
import { stretchesOf } from '../text/change.ts';
import { partsOfText, sentenceView } from '../text/sentence.ts';
import type { ChangeSheet } from './gather-sheet.ts';

/** A change sheet as it is printed: with days instead of times, and with people's displayed names. */
type DescribedSheet = Awaited<ReturnType<typeof describeSheet>>;

export async function describeSheet(visitor: Visitor, names: Names, sheet: ChangeSheet) {
  const { t, language: consoleLanguage } = visitor;
  const { after, publication, record, texts, values, written, writers } = sheet;
  const { line } = after;
  const known = new Map<number, string>();
  const day = (at: number | null): string => {
    if (at === null) return '';
    // Texts that were approved together have the same time. They may be hundreds, so each time is formatted only once.
    const said = known.get(at) ?? formatDay(consoleLanguage, at);
    known.set(at, said);
    return said;
  };
  const sentences = new Map<string, string>();
  // Most texts have one of a few approvals, and a sentence with values takes long to look up.
  const approvedBy = ({ by, at }: Approval): string => {
    const who = `${formatPerson(visitor, by)} ${day(at)}`;
    const said = sentences.get(who) ?? t('change-sheet.approved-by', { who });
    sentences.set(who, said);
    return said;
  };
  const approvals = texts.flatMap(({ approval }) => (approval ? [approval] : []));
  const approvers = [...new Map(approvals.map(({ by }) => [by.accountId, formatPerson(visitor, by)])).values()];
  const compared = await compareAll(texts);
  const unapproved = texts.filter(({ isUnapproved }) => isUnapproved).length;
  const tags = [...new Set(texts.map(({ language }) => language))];
  return {
    document: record?.documentNumber ?? '',
    written: day(written),
    // The day of the last approval; empty while any text that callers would hear is not approved, or if no text is
    // approved.
    approved: unapproved > 0 || approvals.length === 0 ? '' : day(Math.max(...approvals.map(({ at }) => at))),
    published: day(publication?.at ?? null),
    writers: writers.map((by) => formatPerson(visitor, by)).join(t('change-sheet.and')),
    approvers: approvers.join(t('change-sheet.and')),
    publisher: publication ? formatPerson(visitor, publication.by) : '',
    reason: publication?.comment ?? '',
    /** Why the edition was published without complete approval; null for a draft and for any other publication. */
    emergency: publication?.emergency?.reason ?? null,
    languages: tags.map(names.language).join(t('change-sheet.and')),
    unapproved,
    texts: texts.map(({ language, prompt, before, after: words, approval }, index) => {
      const place = { language, prompt };
      // The earlier words are shown with the values and the key of the earlier line.
      const old = sheet.before?.line ?? line;
      const partsBefore = partsOfText({ line: old }, place, names);
      const partsAfter = partsOfText({ line }, place, names);
      return {
        language,
        languageName: names.language(language),
        prompt,
        name: names.prompt(prompt),
        before: before.map(partsBefore),
        /** What callers hear after the change. The added words are marked. */
        after: stretchesOf(compared[index] ?? [], partsAfter)
          .map((sentence) => sentence.filter(({ kind }) => kind !== 'removed'))
          .filter((sentence) => sentence.length > 0),
        /** Who approved the text, and when, in a sentence; null if it is not approved. */
        approved: approval && approvedBy(approval),
        isGone: words.length === 0,
      };
    }),
    values: describeValues(visitor, names, values),
  };
}

/** The steps named on a change sheet: the day of each step, and the people who took it. */
const days = [
  ['written', 'writers'],
  ['approved', 'approvers'],
  ['published', 'publisher'],
] as const;

/** The positions of the people who put their seals on a change sheet. */
const seals = ['head', 'deputy', 'chief', 'clerk'] as const;

export const changeSheetView: View<{ readonly sheet: DescribedSheet }> = ({ sheet }, visit) => {
  const { t } = visit;
  const { texts, values } = sheet;
  return html`<p class="sheet-screen">${t('change-sheet.how')}</p>
<div class="sheet">
<div class="sheet-head">
<h2>${t('change-sheet.heading')}</h2>
<table class="sheet-seals">
<caption>${t('change-sheet.seals')}</caption>
<thead><tr>${seals.map((who) => html`<th scope="col">${t(`change-sheet.seal.${who}`)}</th>`)}</tr></thead>
<tbody><tr>${seals.map(() => html`<td></td>`)}</tr></tbody>
</table>
</div>
${aboutView(sheet, visit)}
${texts.length + values.length === 0 ? html`<p>${t('change-sheet.nothing')}</p>` : ''}
${ifAny(texts, (all) =>
  changesTable(
    visit,
    t('change-sheet.texts', { count: all.length }),
    all.map((text) => textRow(text, visit)),
  ),
)}
${ifAny(values, (all) =>
  changesTable(
    visit,
    t('change-sheet.values', { count: all.length }),
    all.map(
      ({ name, language, before, after }) =>
        html`<tr><th scope="row">${name}</th><td>${valueCell(visit, language, before)}</td><td>${valueCell(visit, language, after)}</td></tr>`,
    ),
  ),
)}
</div>`;
};

/** What the change is about, who made it, and when. */
const aboutView: View<DescribedSheet> = (sheet, { t }) => {
  const wide = (heading: string, text: string | Html) =>
    html`<tr><th scope="row">${heading}</th><td colspan="3">${text}</td></tr>`;
  return html`<table class="sheet-about">
<caption class="unseen">${t('change-sheet.about')}</caption>
<tbody>
<tr><th scope="row">${t('change-sheet.document')}</th><td>${sheet.document}</td><th scope="row">${t('change-sheet.languages')}</th><td>${sheet.languages}</td></tr>
${days.map(([day, who]) => html`<tr><th scope="row">${t(`change-sheet.${day}`)}</th><td>${sheet[day]}</td><th scope="row">${t(`change-sheet.${who}`)}</th><td>${sheet[who]}</td></tr>`)}
${wide(t('change-sheet.reason'), sheet.reason)}
${sheet.emergency === null ? '' : wide(t('change-sheet.emergency'), sheet.emergency)}
${
  sheet.unapproved > 0
    ? wide(t('change-sheet.mark'), html`<strong>${t('approvals.mark', { count: sheet.unapproved })}</strong>`)
    : ''
}
</tbody>
</table>`;
};

const changesTable = ({ t }: Visit, caption: string, rows: readonly Html[]): Html => html`<table class="sheet-changes">
<caption>${caption}</caption>
<thead><tr><th scope="col">${t('change-sheet.place')}</th><th scope="col">${t('change-sheet.before')}</th><th scope="col">${t('change-sheet.after')}</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>`;

const textRow: View<DescribedSheet['texts'][number]> = (text, { t, language }) => {
  const none = html`<span lang="${language}">${t('publish.nothing')}</span>`;
  const approval = text.approved ?? html`<strong>${t('change-sheet.not-approved')}</strong>`;
  const after = text.after.map(
    (sentence) =>
      html`<p>${sentence.map(({ kind, parts }) => (kind === 'added' ? html`<ins>${sentenceView(parts)}</ins>` : sentenceView(parts)))}</p>`,
  );
  return html`<tr>
<th scope="row">${text.name}<br><span class="sheet-language">${text.languageName}</span><br><span class="sheet-id id">${text.prompt}</span><br><span class="sheet-mark">${text.approved !== null || !text.isGone ? approval : ''}</span></th>
<td lang="${text.language}">${text.before.length === 0 ? none : text.before.map((parts) => html`<p>${sentenceView(parts)}</p>`)}</td>
<td lang="${text.language}">${text.isGone ? none : after}</td>
</tr>`;
};
