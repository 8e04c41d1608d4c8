/** What a file of ours never comes near, and what an attack would have to exceed. */
export const sheetLimits = {
  bytes: 5_000_000,
  /** Of everything inside a workbook together. */
  unpackedBytes: 16_000_000,
  /** Files inside a workbook. */
  files: 200,
  rows: 2000,
  columns: 60,
  /** Of one cell; spreadsheets hold no more. */
  characters: 32_767,
  /** Of one text inside a workbook, where a character may be written as an escape of seven or more. */
  writtenCharacters: 400_000,
} as const;
