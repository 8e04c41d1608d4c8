import { setImmediate } from 'node:timers/promises';
import type { DraftDesk, DraftNow } from '../drafts/draft-desk.ts';
import type { ImportedText } from '../drafts/import-texts.ts';
import { type ImportedName, isLeafletId } from '../drafts/leaflet-names.ts';
import { type Tidied, tidySentences } from '../drafts/tidy-sentences.ts';
import { compareNames } from './name-rows.ts';
import type { SheetRow } from './read-rows.ts';
import { knownTexts, type NameOf, sourceProblem, textProblems, unknownText } from './row-problems.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { sourceFingerprintOf } from './sheet-rows.ts';
import { cellFingerprint } from './ticket.ts';

/** A text that was changed in a sheet. */
export interface SheetChange extends ImportedText {
  readonly sheet: string;
  readonly row: number;
  /** What was corrected automatically. */
  readonly tidied: readonly Tidied[];
}

/** A translator's comment on a text. */
interface SheetComment {
  readonly language: string;
  readonly prompt: string;
  readonly comment: string;
}

export interface RowsCompared {
  readonly changes: readonly SheetChange[];
  /** The number of rows whose translation was not changed, or whose changed translation is already in the draft. */
  readonly unchanged: number;
  /** Names on leaflets that were changed. */
  readonly names: readonly ImportedName[];
  readonly comments: readonly SheetComment[];
  readonly problems: readonly SheetProblem[];
}

/** The number of rows that are processed before yielding to the event loop. */
const rowsAtOnce = 20;

/** Maximum length of a comment in characters. A comment is stored as the reason of a revision. */
const longestComment = 1000;
const longComment = {
  ja: `コメントが長すぎます。${longestComment}文字までにしてください。`,
  en: `The comment is too long; at most ${longestComment} characters.`,
};

/**
 * Compares the rows of sheets with the current draft. A row whose translation is the same as in the export changes
 * nothing, even if the draft has changed since the export.
 */
export async function compareRows(
  rows: readonly SheetRow[],
  now: DraftNow,
  history: DraftDesk['history'],
  nameOf?: NameOf,
): Promise<RowsCompared> {
  const changes: SheetChange[] = [];
  const problems: SheetProblem[] = [];
  let refused = 0;
  const tooLong = rows.filter(({ comment }) => comment.length > longestComment);
  problems.push(...tooLong.map(({ sheet, row }) => ({ sheet, row, ...longComment })));
  const touched = rows.filter(({ text, ticket }) => cellFingerprint(text) !== ticket.text);
  const ofNames = compareNames(
    touched.filter(({ prompt }) => isLeafletId(prompt)),
    now.line.file,
  );
  problems.push(...ofNames.problems);
  refused += new Set(ofNames.problems.map(({ sheet, row }) => `${row} ${sheet}`)).size;
  const isKnown = knownTexts(now);
  for (const [index, row] of touched.filter(({ prompt }) => !isLeafletId(prompt)).entries()) {
    // Yields to the event loop, because a hostile sheet may have many rows with long texts.
    if (index % rowsAtOnce === 0) await setImmediate();
    const { language } = row.ticket;
    const known = unknownText(isKnown, row);
    if (known.length > 0) {
      problems.push(...known);
      refused += 1;
      continue;
    }
    const { prompt, comment } = row;
    const text = now.find(language, prompt);
    const before = text?.sentences ?? [];
    const { sentences, tidied, untidy } = tidySentences(row.text);
    if (untidy.length === 0 && cellFingerprint(before.join('\n')) === cellFingerprint(row.text)) continue;
    const wrong = [
      ...textProblems(row, { sentences, untidy }, text, nameOf),
      ...(row.ticket.source === sourceFingerprintOf(now, language, prompt)
        ? []
        : [await sourceProblem(row, now, history)]),
    ];
    if (wrong.length > 0) {
      problems.push(...wrong);
      refused += 1;
      continue;
    }
    changes.push({
      sheet: row.sheet,
      row: row.row,
      language,
      prompt,
      basedOn: text?.revision ?? 0,
      before,
      sourceSeen: row.ticket.source,
      sentences,
      comment: comment === '' ? null : comment,
      tidied,
    });
  }
  const comments = rows
    .filter(({ comment }) => comment !== '')
    .map(({ ticket, prompt, comment }) => ({ language: ticket.language, prompt, comment }));
  const { names } = ofNames;
  const unchanged = rows.length - changes.length - names.length - refused;
  return { changes, names, unchanged, comments, problems };
}
