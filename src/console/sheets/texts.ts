import type { Texts } from '../../frame/text.ts';

/** The pages about sheets for translators. */
export const sheetsTexts = {
  nav: { ja: '翻訳シート', en: 'Translators’ sheets' },
  about: {
    ja: '訳を頼むためのExcelファイルを書き出し、戻ってきたファイルを取り込みます。',
    en: 'Download Excel files for translators, and import what comes back.',
  },
  title: { ja: '翻訳シート', en: 'Translators’ sheets' },
  export: { ja: '書き出す', en: 'Download' },
  'export-about': {
    ja: '元の文と今の訳を並べたファイルを保存します。翻訳者は「訳」と「コメント」の列だけに書けます。書き出しても、何も変わりません。',
    en: 'The file shows the source texts and the present translations side by side. Translators can type only into the columns for translations and comments. Downloading changes nothing.',
  },
  languages: { ja: '言語', en: 'Languages' },
  source: { ja: '元の文の言語', en: 'language of the source texts' },
  kind: { ja: 'ファイルの形', en: 'Kind of file' },
  xlsx: { ja: 'Excelブック(.xlsx、言語ごとに1シート)', en: 'Excel workbook (.xlsx, one sheet for each language)' },
  csv: { ja: 'CSV(UTF-8、言語ごとに1ファイル)', en: 'CSV (UTF-8, one file for each language)' },
  'export-button': { ja: '書き出す', en: 'Download' },
  'writing-busy-title': { ja: '少し待ってください', en: 'Please wait a little' },
  'writing-busy': {
    ja: 'ほかの人のシートを書き出しています。少し待ってから、もう一度「書き出す」を押してください。',
    en: 'Sheets of others are being written. Wait a little and press “Download” again.',
  },
  'writing-too-much-title': { ja: '書き出せませんでした', en: 'Not downloaded' },
  'writing-too-much': {
    ja: 'シートを書き出せませんでした。言語を減らすか、CSVを選んで、もう一度「書き出す」を押してください。',
    en: 'The sheets could not be written. Choose fewer languages, or CSV, and press “Download” again.',
  },
  'no-language': { ja: '言語を一つ以上選んでください。', en: 'Choose at least one language.' },
  import: { ja: '取り込む', en: 'Import' },
  'import-about': {
    ja: '翻訳者から戻ったファイルを選びます。まず、変わるところを表示します。その画面で確かめるまで、何も変わりません。',
    en: 'Choose the file that came back from the translator. You first see what it would change. Nothing changes until you agree.',
  },
  file: { ja: '翻訳シートのファイル', en: 'File with translators’ sheets' },
  'file-help': { ja: 'Excelブック(.xlsx)かCSV、5MBまで。', en: 'Excel workbook (.xlsx) or CSV, at most 5 MB.' },
  'import-button': { ja: '変わるところを見る', en: 'Show what would change' },
  'no-file': { ja: 'ファイルを選んでください。', en: 'Choose a file.' },
  'read-only': { ja: 'あなたの役割では、取り込めません。', en: 'Your role may not import sheets.' },
  'compared-title': { ja: '翻訳シートの変わるところ', en: 'What the sheets would change' },
  'file-name': { ja: 'ファイル:{{name}}', en: 'File: {{name}}' },
  counts: { ja: '件数', en: 'Counts' },
  changed: { ja: '変わる文', en: 'Changed' },
  unchanged: { ja: '変わらない文', en: 'Unchanged' },
  wrong: { ja: '直すもの', en: 'To correct' },
  refused: {
    ja: 'このファイルは取り込めません。直すものが{{count}}件あります。直したファイルを、もう一度選んでください。',
    en: 'This file cannot be imported. Problems to correct: {{count}}. Correct the file, then choose it again.',
  },
  'nothing-new': {
    ja: '変わる文はありません。取り込むものはありません。',
    en: 'No text would change, so there is nothing to import.',
  },
  problems: { ja: '直すもの', en: 'To correct' },
  warnings: { ja: '確かめるもの', en: 'To look at' },
  'warnings-about': {
    ja: '取り込めますが、公開するときに理由が必要です。',
    en: 'These can be imported, but need a reason when they are published.',
  },
  warning: { ja: '注意', en: 'Warning' },
  error: { ja: '取り込めません', en: 'Refused' },
  tidied: { ja: '取り込むときに直すこと', en: 'Corrected automatically' },
  changes: { ja: '変わるところ({{count}}件)', en: 'Changes ({{count}})' },
  comments: { ja: '翻訳者のコメント', en: 'Comments of the translator' },
  'take-in': { ja: '取り込む', en: 'Import' },
  'take-in-about': {
    ja: '{{count}}件の訳を下書きにまとめて保存します。電話で流れる文は、承認して公開するまで変わりません。',
    en: {
      one: '{{count}} translation is saved into the draft. What callers hear stays as it is until it has been approved and published.',
      other:
        'All {{count}} translations are saved into the draft together. What callers hear stays as it is until they have been approved and published.',
    },
  },
  'take-in-button': { ja: '{{count}}件を取り込む', en: 'Import {{count}}' },
  again: { ja: '別のファイルを選ぶ', en: 'Choose another file' },
  taken: {
    ja: '{{count}}件の訳を取り込みました。電話で流れる文は、公開するまで変わりません。',
    en: 'Translations imported: {{count}}. What callers hear stays as it is until you publish.',
  },
  'to-ledger': { ja: '案内の文の一覧へ', en: 'To the texts' },
  'forgotten-title': { ja: 'もう一度選んでください', en: 'Choose the file again' },
  forgotten: {
    ja: 'このファイルは、もう残っていません。翻訳シートの画面で、もう一度選んでください。',
    en: 'This file is no longer stored. Choose it again on the page of the translators’ sheets.',
  },
  'moved-title': { ja: '下書きが変わりました', en: 'The draft has changed' },
  moved: {
    ja: '確かめている間に、ほかの人が下書きを変更しました。何も取り込んでいません。もう一度ファイルを選んで、変わるところを確かめてください。',
    en: 'Somebody else changed the draft while you were looking. Nothing was imported. Choose the file again and look at what it would change now.',
  },
  'not-taken-title': { ja: '取り込めません', en: 'It cannot be imported' },
  'not-taken': {
    ja: 'このファイルには直すものがあります。直したファイルを、もう一度選んでください。',
    en: 'This file has problems. Correct them, then choose the file again.',
  },
  done: {
    unchanged: {
      ja: '下書きは、もうその訳になっています。取り込むものはありませんでした。',
      en: 'The draft already has these texts, so there was nothing to import.',
    },
  },
} as const satisfies Texts;
