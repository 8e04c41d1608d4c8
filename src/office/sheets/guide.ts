/** The content of the first sheet of a workbook, in Japanese and English; the heading comes first. */
export const guide: readonly (readonly [ja: string, en: string])[] = [
  ['翻訳シートの使い方', 'How to fill in these sheets'],
  [
    '言語ごとに1枚のシートがあります。シートの名前は変えないでください。頼まれた言語のシートだけを使います。',
    'There is one sheet for each language. Do not change the names of the sheets. Work only on the languages you were asked for.',
  ],
  [
    '書けるのは「訳」と「コメント」の列だけです。ほかの列は保護しています。行を消したり、足したり、動かしたりしないでください。',
    'Only “Translation” and “Comment” can be typed into; everything else is protected. Do not delete, add or move rows.',
  ],
  [
    '一つの枠に文をいくつも書くときは、1行に1文ずつ書きます。枠の中の改行は Alt+Enter(Mac では Option+Return)です。',
    'Where a cell has several sentences, write one sentence per line. Alt+Enter (Option+Return on a Mac) breaks a line inside a cell.',
  ],
  [
    '電話で耳で聞く文です。短く、話し言葉で書いてください。数字、電話番号、日付、記号は書かないでください。',
    'These words are heard on the telephone. Write short, spoken sentences. Write no digits, telephone numbers, dates or symbols.',
  ],
  [
    '{{…}} は、番号や日付が入る場所です。元の文にある {{…}} は、名前を変えずに、同じ数だけ必ず入れてください。「必ず入れる値」の列が例です。',
    'Numbers and dates are put where {{…}} stands. Place each {{…}} of the source text exactly as often as the source does, and do not change its name. “Values that must occur” shows what callers hear there.',
  ],
  [
    '元の文の漢字(かんじ)のかっこは読み方です。訳には書きません。',
    'In the source text, kana in brackets after kanji show how the kanji are read; do not put them in a translation.',
  ],
  [
    '状態が「未入力」「下書き」「差し戻し」「要見直し」の行から始めてください。「要見直し」は、訳した後で元の文が変わったことを示します。直す必要がないときは、そのことをコメントに書いてください。',
    'Begin with rows that are “Missing”, “Draft”, “Sent back” or “To look at again”. The last means that the source text has changed since it was translated; where nothing need be changed, say so in the comment.',
  ],
  [
    '分からないこと、決められないことは、コメントの列に書いてください。取り込むときに担当者が読みます。',
    'Write whatever is unclear in the comment. The office reads it when the sheet comes back.',
  ],
  [
    '終わったら、Excelブック(.xlsx)のまま保存して、担当者に返してください。計算式は使えません。',
    'When you are done, save it as an Excel workbook (.xlsx) and send it back to the office. Formulas cannot be used.',
  ],
];
