/** The columns of a translators' sheet. */
export type ColumnName =
  | 'id'
  | 'purpose'
  | 'source'
  | 'english'
  | 'translation'
  | 'facts'
  | 'seconds'
  | 'state'
  | 'comment'
  | 'marked'
  | 'ticket';

/** A column of a workbook or CSV file. */
interface SheetColumn {
  readonly name: ColumnName;
  /** The header in Japanese and English, because both staff and translators abroad read it. */
  readonly header: string;
  /** Width in characters, the unit of spreadsheets. */
  readonly width: number;
  /** Whether translators may type into the column. */
  readonly isOpen: boolean;
  readonly isHidden: boolean;
}

const shut = { isOpen: false, isHidden: false };

/** All columns in order. A sheet whose first row does not begin with these headers is not read. */
export const sheetColumns: readonly SheetColumn[] = [
  { name: 'id', header: '文の名前 / Name of the text', width: 22, ...shut },
  { name: 'purpose', header: '使う場面 / Where it is heard', width: 24, ...shut },
  { name: 'source', header: '元の文 / Source text', width: 48, ...shut },
  { name: 'english', header: '英語(参考) / English (for help)', width: 40, ...shut },
  {
    name: 'translation',
    header: '訳(ここに書く) / Translation (write here)',
    width: 48,
    isOpen: true,
    isHidden: false,
  },
  { name: 'facts', header: '必ず入れる値 / Values that must occur', width: 30, ...shut },
  { name: 'seconds', header: '秒(予測) / Seconds (predicted)', width: 12, ...shut },
  { name: 'state', header: '状態 / State', width: 20, ...shut },
  {
    name: 'comment',
    header: '翻訳者のコメント / Translator’s comment',
    width: 32,
    isOpen: true,
    isHidden: false,
  },
  {
    name: 'marked',
    header: '元の文(読みの記号つき) / Source text with its marks',
    width: 10,
    isOpen: false,
    isHidden: true,
  },
  { name: 'ticket', header: '記録(変更しない) / Record (do not change)', width: 10, isOpen: false, isHidden: true },
];

/** The first row of every translators' sheet. */
export const headerRow: readonly string[] = sheetColumns.map(({ header }) => header);

/** The index of a column, from 0. */
export const columnAt = (name: ColumnName): number => sheetColumns.findIndex((column) => column.name === name);

/** The number of the column that a spreadsheet names by letters: 1 for A, 27 for AA, 0 for no letters. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * The name of the guide sheet. No slash separates the two languages, because spreadsheets allow none in the name of a
 * sheet.
 */
export const guideSheetName = 'お読みください Read me';
