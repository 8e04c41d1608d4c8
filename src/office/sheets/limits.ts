/**
 * Limits for reading an uploaded file. Files that the console exports stay far below all limits. A file that exceeds a
 * limit is refused, except that `problems` limits only the report. Most limits are checked during reading, before the
 * rest of the file takes memory or time.
 */
export const sheetLimits = {
  /** Size of the uploaded file. */
  bytes: 5_000_000,
  /** Total size of everything that is read inside a workbook. */
  unpackedBytes: 16_000_000,
  /** Files inside a workbook, including pictures and settings. */
  files: 200,
  sheets: 40,
  /** Rows in one sheet, including the header and empty rows. */
  rows: 2000,
  columns: 60,
  /** Cells in all sheets together, including the gaps between cells. */
  cells: 200_000,
  /** Entries in the shared strings of a workbook. */
  strings: 100_000,
  /** Characters in one cell; spreadsheets allow no more. */
  characters: 32_767,
  /** Characters in all cells of a workbook together, because many cells can share one long string. */
  allCharacters: 4_000_000,
  /** Problems that are listed individually; further ones are only counted. */
  problems: 200,
} as const;

/** Limits for reading one XML document. */
export interface XmlLimits {
  /** Characters in one tag with its attributes. */
  readonly tagCharacters: number;
  /** Characters in one text between tags. */
  readonly textCharacters: number;
  /** Nesting depth of tags. */
  readonly depth: number;
  readonly tags: number;
}

/** Limits for the XML documents inside a workbook. */
export const xmlLimits: XmlLimits = {
  tagCharacters: 16_384,
  // More than `sheetLimits.characters`, because one character may be escaped as seven characters or more.
  textCharacters: 400_000,
  depth: 40,
  tags: 2_000_000,
};

/** Limits for the thread that reads a file. */
export const threadLimits = {
  /** A machine that is busy with speech takes several seconds to read the largest file within the limits. */
  milliseconds: 20_000,
  megabytes: 192,
  youngMegabytes: 16,
  /** Maximum number of files being read or waiting for their turn. */
  waiting: 5,
} as const;

/**
 * Limits for the thread that writes a workbook. Writing usually takes a second, and longer if the machine is busy with
 * speech.
 */
export const writingLimits = {
  milliseconds: 60_000,
  megabytes: 128,
  /** Maximum number of workbooks being written or waiting for their turn. */
  waiting: 5,
} as const;
