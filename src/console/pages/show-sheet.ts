import { compareAll } from '../../office/drafts/compare-texts.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import { showPerson } from '../show-act.ts';
import { showDay } from '../show-moment.ts';
import type { Visitor } from '../visitor.ts';
import type { ChangeSheet } from './gather-sheet.ts';
import { showValues } from './name-value.ts';
import { showChange } from './show-change.ts';
import { sentenceShower, valuesIn } from './show-sentence.ts';

/** The sheet as `views/change-sheet.eta` shows it: days without times, names without accounts. */
export async function showSheet({ t, language: consoleLanguage }: Visitor, sheet: ChangeSheet) {
  const { after, publication, record, texts, values, written, writers } = sheet;
  const { line } = after;
  const day = (at: number | null) => (at === null ? '' : showDay(consoleLanguage, at));
  const approvals = texts.flatMap(({ approval }) => (approval ? [approval] : []));
  const approvers = [...new Map(approvals.map(({ by }) => [by.accountId, showPerson(t, by)])).values()];
  const compared = await compareAll(texts);
  const unapproved = texts.filter(({ isUnapproved }) => isUnapproved).length;
  const names = new Map(line.languages.map(({ tag, name }) => [tag, name]));
  const tags = [...new Set(texts.map(({ language }) => language))];
  return {
    title: t('change-sheet.heading'),
    document: record?.documentNumber ?? '',
    written: day(written),
    // A day on which everything was approved: as long as something is not, there is none.
    approved: unapproved > 0 || approvals.length === 0 ? '' : day(Math.max(...approvals.map(({ at }) => at))),
    published: day(publication?.at ?? null),
    writers: writers.map((by) => showPerson(t, by)).join(t('change-sheet.and')),
    approvers: approvers.join(t('change-sheet.and')),
    publisher: publication ? showPerson(t, publication.by) : '',
    reason: publication?.comment ?? '',
    emergency: publication?.emergency?.reason ?? null,
    languages: tags.map((tag) => names.get(tag) ?? tag).join(t('change-sheet.and')),
    unapproved,
    texts: texts.map(({ language, prompt, before, after: words, approval }, index) => {
      const place = { language, prompt };
      // Before, a text said the values and the key that it had then.
      const old = sheet.before?.line ?? line;
      const showBefore = sentenceShower(valuesIn(old, language, keyOf({ line: old }, place)));
      const show = sentenceShower(valuesIn(line, language, keyOf({ line }, place)));
      return {
        language,
        name: names.get(language) ?? language,
        prompt,
        before: before.map(showBefore),
        change: showChange(compared[index] ?? [], show).map((parts) => parts.filter(({ kind }) => kind !== 'removed')),
        approved: approval ? `${showPerson(t, approval.by)} ${day(approval.at)}` : null,
        isGone: words.length === 0,
      };
    }),
    values: showValues({ t }, values),
  };
}
