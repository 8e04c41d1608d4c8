import { z } from 'zod';
import { fingerprint } from '../../words/fingerprint.ts';
import { tidySentences } from '../drafts/tidy-sentences.ts';
import { sheetLimits } from './limits.ts';

/** Raised whenever a sheet of an earlier version could be misunderstood. */
export const formatVersion = 1;

/** What a row remembers of the moment at which it was written, so that it can be told what has moved since. */
export interface Ticket {
  readonly language: string;
  /** The revision of what all languages share. */
  readonly lineRevision: number;
  /** Which row of the sheet it was, 1 being the first below the header, and how many there were. */
  readonly row: number;
  readonly rows: number;
  /** The revision of the translation; 0 when there was none. */
  readonly revision: number;
  /** The `cellPrint` of the translation. */
  readonly text: string;
  /** The fingerprint of the source text that stood beside it. */
  readonly source: string;
}

/** What becomes of reading one: a sheet of another version is told apart from a row that somebody has changed. */
export type TicketRead =
  | { readonly kind: 'read'; readonly ticket: Ticket }
  | { readonly kind: 'changed' | 'other-version' };

/**
 * Tells the words of one cell from those of another, whatever a spreadsheet has done to its blanks and line breaks.
 * @param text one sentence a line
 */
export const cellPrint = (text: string): string => fingerprint(tidySentences(text).sentences);

/**
 * The record of one row, as text that no spreadsheet takes for a number, a date or a formula. It ends with a sum over all of
 * it and the text's id: by it a row is noticed whose id was changed or moved.
 */
export function writeTicket(id: string, ticket: Ticket): string {
  const { language, lineRevision, row, rows, revision, text, source } = ticket;
  const said =
    `kotozute-${formatVersion} language-${language} line-${lineRevision} row-${row}/${rows} ` +
    `revision-${revision} text-${text} source-${source}`;
  return `${said} sum-${fingerprint([id, said])}`;
}

const anyVersion = /^kotozute-(\d+) /;
const pattern =
  /^(kotozute-\d+ language-(\S+) line-(\d+) row-(\d+)\/(\d+) revision-(\d+) text-([0-9a-f]{16}) source-([0-9a-f]{16})) sum-([0-9a-f]{16})$/;
const count = z.coerce.number().int().min(0);
const shape = z.object({
  language: z.string().min(1),
  lineRevision: count,
  row: count.max(sheetLimits.rows),
  rows: count.max(sheetLimits.rows),
  revision: count,
  text: z.string(),
  source: z.string(),
});

/** Reads what `writeTicket` wrote for that text. */
export function readTicket(id: string, written: string): TicketRead {
  const version = anyVersion.exec(written)?.[1];
  if (version !== undefined && version !== String(formatVersion)) return { kind: 'other-version' };
  const [, said = '', language, lineRevision, row, rows, revision, text, source, sum] = pattern.exec(written) ?? [];
  if (sum !== fingerprint([id, said])) return { kind: 'changed' };
  const read = shape.safeParse({ language, lineRevision, row, rows, revision, text, source });
  return read.success ? { kind: 'read', ticket: read.data } : { kind: 'changed' };
}
