import type { Texts } from '../../frame/text.ts';

/** The printed leaflets. */
export const leafletsTexts = {
  nav: { ja: '配布シート', en: 'Printed sheets' },
  about: {
    ja: '電話番号とキーの一覧を、ことばごとにA4一枚で印刷します。',
    en: 'Print the number and the keys on one page of A4 for each language.',
  },
  title: { ja: '配布シート', en: 'Printed sheets' },
  news: {
    ja: '印刷したあとにキーか番号が変わったシートが{{count}}枚あります。',
    en: 'Sheets whose keys or numbers have changed since they were printed: {{count}}.',
  },
  what: {
    ja: '今流れている案内から作るシートです。文は電話で聞こえるものと同じで、日本語には読みがなが付きます。',
    en: 'Made from what callers hear now. The words are those of the telephone; Japanese has its readings.',
  },
  'no-number': {
    ja: '今流れている版に、案内の電話番号がありません。シートには手書きの欄が付きます。番号が決まったら「番号・日付・時間」に加え、「シートに載せる名前と番号」で選び、公開してください。',
    en: 'The live edition has no number of the line, so the sheet has a blank for it. When it is known, add it under “Numbers, dates and hours”, choose it under “Names and number on the sheets”, and publish.',
  },
  'no-address': {
    ja: 'このサービスのアドレス(PUBLIC_URL)が設定されていないため、シートにQRコードが付きません。技術担当者に知らせてください。',
    en: 'The sheet has no QR code, because the address of this service (PUBLIC_URL) is not set. Please tell the technician.',
  },
  sheets: { ja: 'ことばごとのシート', en: 'A sheet for each language' },
  key: { ja: 'キー', en: 'Key' },
  language: { ja: 'ことば', en: 'Language' },
  printed: { ja: '最後の印刷', en: 'Last printed' },
  last: { ja: '{{when}}、{{who}}', en: '{{when}}, {{who}}' },
  never: { ja: 'まだ印刷していません', en: 'Not printed yet' },
  outdated: { ja: 'キーか番号が変わりました', en: 'A key or number has changed' },
  'outdated-help': {
    ja: '前に印刷したあとに、このシートのキーか番号が変わりました。配ったシートを回収して、新しいシートと取り替えてください。',
    en: 'A key or number on this sheet has changed since it was printed last. Please take back the sheets that were given out and replace them.',
  },
  one: { ja: '配布シート({{name}})', en: 'Printed sheet ({{name}})' },
  how: {
    ja: 'ブラウザーの印刷でA4一枚に印刷できます。印刷したら下のボタンを押してください。あとでキーが変わったときにお知らせします。',
    en: 'Print it from the browser; it fits on one page of A4. Then press the button below: you will be told when a key or number changes later.',
  },
  record: { ja: '印刷したことを記録する', en: 'Record that it was printed' },
  'blank-number': {
    ja: '案内の電話番号がまだないので、シートの ☎ のところは空の線です。印刷してから手で書くか、「シートに載せる名前と番号」で番号を選んで公開してください。',
    en: 'The number of the line is not known yet, so there is an empty line at ☎ on the sheet. Write it in by hand after printing, or choose it under “Names and number on the sheets” and publish.',
  },
  footer: { ja: '第{{number}}版 · {{when}}', en: 'Edition {{number}} · {{when}}' },
  unknown: {
    ja: 'そのことばは、今流れている版にありません。',
    en: 'The edition that callers hear does not have this language.',
  },
  'unknown-title': { ja: 'シートがありません', en: 'There is no such sheet' },
  'to-names': { ja: 'シートに載せる名前と番号', en: 'Names and number on the sheets' },
  names: {
    title: { ja: 'シートに載せる名前と番号', en: 'Names and number on the sheets' },
    about: {
      ja: 'ホームページや問い合わせ先の名前を、言語ごとに書きます。日本語の漢字には {{example}} の形で読みを付けます。',
      en: 'Names of web sites and contacts, written in each language. In Japanese, give kanji their readings in the form {{example}}.',
    },
    number: { ja: '案内の電話番号', en: 'Telephone number of the line' },
    'title-field': { ja: '題名', en: 'Title' },
    'title-help': {
      ja: '何の案内かを、言語ごとに短く書きます。シートと公開ページの見出しになります。書いていない言語では、電話案内の名前が出ます。',
      en: 'Say briefly, in each language, what the line is. The title is the heading of the sheet and of the public page. In languages without a title, the name of the line is shown.',
    },
    'number-help': {
      ja: '「番号・日付・時間」に登録した電話番号から選びます。',
      en: 'One of the telephone numbers under “Numbers, dates and hours”.',
    },
    'no-number': { ja: '(まだない)', en: '(none yet)' },
    'to-numbers': {
      ja: '電話番号を「番号・日付・時間」に登録する',
      en: 'Add the number to “Numbers, dates and hours”',
    },
    'wrong-number': { ja: '電話番号を選び直してください。', en: 'Choose the telephone number again.' },
    missing: { ja: 'この言語での名前を書いてください。', en: 'Write the name in this language.' },
  },
  done: {
    printed: { ja: '印刷したことを記録しました。', en: 'It was recorded that the sheet was printed.' },
    'names-saved': {
      ja: '保存しました。シートの内容は、公開すると変わります。',
      en: 'Saved. The sheets change when you publish.',
    },
  },
} as const satisfies Texts;
