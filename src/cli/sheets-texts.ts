import type { Bilingual } from '../common/bilingual.ts';
import { sheetLimits } from '../office/sheets/limits.ts';

/* What `npm run prompts -- export` and `import` say about translators' sheets, in the words of the console. */

const megabytes = sheetLimits.bytes / 1_000_000;

export const texts = {
  noSheet: {
    ja: '翻訳シートは .xlsx か .csv に書き出します。ファイルの名前の終わりを、このどちらかにしてください。',
    en: 'Translators’ sheets are written as .xlsx or .csv; give the file a name with one of these endings.',
  },
  noFileNamed: {
    ja: '取り込む翻訳シートのファイル(.xlsx か .csv)を書いてください。',
    en: 'Name the file of translators’ sheets that is to be imported (.xlsx or .csv).',
  },
  noLanguage: (unknown: readonly string[], tags: readonly string[]): Bilingual => ({
    ja: `この電話案内に、${unknown.map((tag) => `「${tag}」`).join('')}という言語はありません。あるのは ${tags.join('、')} です。`,
    en: `The line has no language ${unknown.map((tag) => `"${tag}"`).join(', ')}; it has ${tags.join(', ')}.`,
  }),
  oneLanguage: {
    ja: 'CSVファイルに入るのは一つの言語だけです。--language pt のように、言語を付けてください。',
    en: 'A CSV file holds one language; name it with --language, such as --language pt.',
  },
  written: (file: string, languages: readonly string[]): Bilingual => ({
    ja: `「${file}」に ${languages.join('、')} を書き出しました。`,
    en: `${file} was written with ${languages.join(', ')}.`,
  }),
  problemsFirst: {
    ja: '取り込みませんでした。先に、これらの誤りを直してください。',
    en: 'Nothing was imported; correct these problems first.',
  },
  question: { ja: '取り込みますか。', en: 'Import these changes?' },
  notImported: { ja: '取り込みませんでした。', en: 'Nothing was imported.' },
  hasMoved: {
    ja: 'その間に下書きが変わったので、取り込みませんでした。もう一度試してください。',
    en: 'The draft has changed in the meantime; nothing was imported. Try again.',
  },
  imported: (count: number): Bilingual => ({
    ja: `下書きの文と呼び名を、合わせて${count}件変えました。電話で流れるのは、承認して公開した後です。`,
    en: `Texts and names changed in the draft: ${count}. Callers hear them after they have been approved and published.`,
  }),
  tooLarge: (file: string): Bilingual => ({
    ja: `「${file}」は${megabytes} MBより大きいです。画像などを消してください。`,
    en: `"${file}" is larger than ${megabytes} MB; take out pictures and the like.`,
  }),
  noFile: (file: string): Bilingual => ({
    ja: `「${file}」というファイルはありません。`,
    en: `There is no file "${file}".`,
  }),
} as const;
