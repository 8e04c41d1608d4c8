import { z } from 'zod';
import { fingerprint } from '../../words/fingerprint.ts';
import { tidySentences } from '../drafts/tidy-sentences.ts';
import { sheetLimits } from './limits.ts';

/** Must be incremented by every change after which sheets of an earlier version could be misread. */
const formatVersion = 1;

/** The state of the draft when a row was exported, so that later changes can be detected. */
export interface Ticket {
  readonly language: string;
  /** The revision of the line, which all languages share. */
  readonly lineRevision: number;
  /** The row in the sheet. Row 1 is the first row below the header. `rows` is the number of rows below the header. */
  readonly row: number;
  readonly rows: number;
  /** The revision of the translation; 0 if there was none, and for a name on leaflets. */
  readonly revision: number;
  /** The `cellFingerprint` of the translation. */
  readonly text: string;
  /** For a text, its `sourceFingerprintOf`; for a name on leaflets, the `nameFingerprint` of its source. */
  readonly source: string;
}

/**
 * The result of reading a ticket. `changed`: the id or the ticket was changed. `other-version`: the ticket has the
 * format of another version.
 */
type TicketRead = { readonly kind: 'read'; readonly ticket: Ticket } | { readonly kind: 'changed' | 'other-version' };

/**
 * A fingerprint of the words of a cell. It stays the same if a spreadsheet adds spaces or empty lines, or writes line
 * breaks in another way.
 * @param text one sentence per line
 */
export const cellFingerprint = (text: string): string => fingerprint(tidySentences(text).sentences);

/**
 * The ticket of one row, as text that no spreadsheet takes for a number, a date or a formula. The ticket ends with a
 * checksum that includes the id of the text. The checksum reveals rows whose id was changed or moved.
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

/** Reads a ticket that `writeTicket` wrote for the text with this id. */
export function readTicket(id: string, written: string): TicketRead {
  const version = anyVersion.exec(written)?.[1];
  if (version !== undefined && version !== String(formatVersion)) return { kind: 'other-version' };
  const [, said = '', language, lineRevision, row, rows, revision, text, source, sum] = pattern.exec(written) ?? [];
  if (sum !== fingerprint([id, said])) return { kind: 'changed' };
  const read = shape.safeParse({ language, lineRevision, row, rows, revision, text, source });
  return read.success ? { kind: 'read', ticket: read.data } : { kind: 'changed' };
}
