/**
 * What is read of a file that somebody sends. Ours stay far below each of these; whoever exceeds one is refused while the
 * file is being read, before the rest of it takes room or time.
 */
export const sheetLimits = {
  /** Of the file as it is sent. */
  bytes: 5_000_000,
  /** Of everything that is read inside a workbook, together. */
  unpackedBytes: 16_000_000,
  /** Files inside a workbook, pictures and settings included. */
  files: 200,
  sheets: 40,
  /** Of one sheet, the header and empty rows included. */
  rows: 2000,
  columns: 60,
  /** Of all sheets together, the gaps between cells included. */
  cells: 200_000,
  /** Texts that a workbook keeps beside its cells. */
  strings: 100_000,
  /** Of one cell; spreadsheets hold no more. */
  characters: 32_767,
  /** Of all cells together: a workbook can name one long text in many cells. */
  allCharacters: 4_000_000,
  /** Problems that are told one by one. */
  problems: 200,
} as const;

/** What is read of one XML document. */
export interface XmlLimits {
  /** Of one tag with its attributes. */
  readonly tagCharacters: number;
  /** Of one text between tags. */
  readonly textCharacters: number;
  /** Tags inside each other. */
  readonly depth: number;
  readonly tags: number;
}

/** What is read of the XML inside a workbook. */
export const xmlLimits: XmlLimits = {
  tagCharacters: 16_384,
  // A character may be written as an escape of seven or more.
  textCharacters: 400_000,
  depth: 40,
  tags: 2_000_000,
};

/** What the thread may take that reads a file. */
export const threadLimits = {
  /** A machine that is busy with speech takes seconds for the largest file that is read at all. */
  milliseconds: 20_000,
  megabytes: 192,
  /** Files that wait until another one has been read. */
  waiting: 5,
} as const;
