import type { Texts } from '../../frame/text.ts';

/** The list of the values that all languages share, and their forms. */
export const factsTexts = {
  nav: { ja: '番号・日付・時間', en: 'Numbers, dates and hours' },
  about: {
    ja: '電話番号、日付、受付時間など、すべての言語に共通の値を直します。',
    en: 'Correct what all languages share: telephone numbers, dates, opening hours.',
  },
  title: { ja: '番号・日付・時間', en: 'Numbers, dates and hours' },
  intro: {
    ja: 'ここで直した値は、すべての言語の文で変わります。',
    en: 'A value that is corrected here changes in the texts of every language.',
  },
  caption: { ja: '値の一覧', en: 'All values' },
  name: { ja: '名前', en: 'Name' },
  value: { ja: '値', en: 'Value' },
  source: { ja: '出典', en: 'Source' },
  dates: { ja: '出典と確認', en: 'Source' },
  used: { ja: '使っているところ', en: 'Where it is used' },
  checked: { ja: '確認日 {{day}}', en: 'Checked {{day}}' },
  review: { ja: '見直し期限 {{day}}', en: 'Review by {{day}}' },
  late: { ja: '期限切れ', en: 'Overdue' },
  overdue: {
    ja: '見直し期限を過ぎた値が{{count}}件あります。出典を見て、正しいか確かめてください。',
    en: {
      one: '1 value is past its review date. Look at its source and make sure it is right.',
      other: 'Values past their review date: {{count}}. Look at their sources and make sure they are right.',
    },
  },
  unused: { ja: 'どこでも使っていません', en: 'Used nowhere' },
  'in-languages': { ja: '({{count}}言語)', en: '(languages: {{count}})' },
  'by-destination': { ja: '転送先「{{name}}」', en: 'Destination “{{name}}”' },
  add: { ja: '値を追加', en: 'Add a value' },
  'new-title': { ja: '{{type}}の追加', en: 'Add: {{type}}' },
  'choose-type': { ja: '追加する値の種類を選んでください。', en: 'Choose what kind of value to add.' },
  'missing-title': { ja: 'その値はありません', en: 'There is no such value' },
  missing: {
    ja: 'この値はありません。ほかの人が削除したかもしれません。一覧から選び直してください。',
    en: 'There is no such value. Somebody may have removed it. Choose another one from the list.',
  },
  examples: {
    phone: { ja: '例:03-0000-0000', en: 'Such as 03-0000-0000' },
    hours: { ja: '例:月曜日から金曜日まで、9:00から17:00まで', en: 'Such as Monday to Friday, 9:00 to 17:00' },
    date: { ja: '例:2027年4月1日', en: 'Such as 1 April 2027' },
    month: { ja: '例:2027年4月', en: 'Such as April 2027' },
    day: { ja: '例:12月29日', en: 'Such as 29 December' },
    time: { ja: '例:9:30', en: 'Such as 9:30' },
  },
  help: {
    phone: {
      ja: '読み上げる区切りにハイフンを入れます。例:03-0000-0000',
      en: 'With hyphens where the voice pauses, such as 03-0000-0000',
    },
    date: { ja: '例:2027-04-01、2027年4月1日', en: 'Such as 2027-04-01' },
    month: { ja: '例:2027-04、2027年4月', en: 'Such as 2027-04' },
    day: { ja: '例:12-29、12月29日', en: 'Month and day, such as 12-29' },
    time: { ja: '24時間の時刻で書きます。例:9:30、17:00', en: 'On the 24-hour clock, such as 9:30 or 17:00' },
  },
  'name-help': {
    ja: '画面での呼び名です。例:相談窓口の電話番号。電話では流れません。',
    en: 'What the console calls the value, such as “Number of the advice desk”; callers do not hear this name.',
  },
  'name-en': { ja: '英語の画面での名前', en: 'Name in English' },
  id: { ja: '値のID', en: 'Id of the value' },
  'id-help': {
    ja: '文の中で値が入る場所を示す名前です。空のままにすると、自動で付きます。英小文字で始め、英字と数字で書きます。あとから変更できません。',
    en: 'The id marks the place of the value in texts. Use letters and digits, beginning with a small letter. If you leave this empty, the id is made from the name. The id cannot be changed later.',
  },
  row: { ja: '時間帯{{number}}', en: 'Period {{number}}' },
  days: { ja: '曜日', en: 'Days' },
  opens: { ja: '始まり', en: 'From' },
  closes: { ja: '終わり', en: 'To' },
  'opens-help': { ja: '例:9:00', en: 'Such as 9:00' },
  'closes-help': { ja: '例:17:00(24:00まで)', en: 'Such as 17:00 (24:00 at the latest)' },
  'add-row': { ja: '時間帯を追加', en: 'Add a period' },
  'most-rows': { ja: '時間帯は{{count}}行までです。', en: 'There can be at most {{count}} periods.' },
  'remove-row': { ja: '時間帯{{number}}を削除', en: 'Remove period {{number}}' },
  weekday: {
    mon: { ja: '月', en: 'Mon' },
    tue: { ja: '火', en: 'Tue' },
    wed: { ja: '水', en: 'Wed' },
    thu: { ja: '木', en: 'Thu' },
    fri: { ja: '金', en: 'Fri' },
    sat: { ja: '土', en: 'Sat' },
    sun: { ja: '日', en: 'Sun' },
  },
  'source-help': {
    ja: 'どこで確かめたかを書きます。例:○○課のホームページ「お問い合わせ」',
    en: 'Where you found the value, such as a division’s web page “Contact”',
  },
  'checked-on': { ja: '確認日', en: 'Checked on' },
  'checked-help': { ja: '出典を見て確かめた日です。', en: 'The day on which somebody looked at the source.' },
  'review-by': { ja: '見直し期限', en: 'Review by' },
  'review-help': {
    ja: 'この日を過ぎると、電話で「変わっているかもしれない」と伝えます。空のときは確認日の1年後になります。',
    en: 'After this day, callers hear that the guidance may be out of date. If you leave this empty, it becomes one year after the day of the check.',
  },
  today: { ja: '今日確かめた(期限は1年後)', en: 'Checked today (review in one year)' },
  remove: { ja: 'この値を削除', en: 'Remove this value' },
  'still-used': {
    ja: 'この値は使われているので、削除できません。先に、使っている文と転送先から外してください。',
    en: 'This value is used and cannot be removed. First take it out of the texts, destinations and printed sheets that use it.',
  },
  done: {
    saved: {
      ja: '保存しました。電話で流れる内容は、公開するまで変わりません。',
      en: 'Saved. What callers hear changes only when it is published.',
    },
    tidied: {
      ja: '保存しました。全角の数字や日付・時刻の書き方を、決まった形に直しました。値を確かめてください。',
      en: 'Saved. Full-width digits, or the format of a date or time, were corrected. Please check the value.',
    },
    removed: { ja: '値を削除しました。', en: 'The value was removed.' },
  },
  wrong: {
    name: { ja: '名前を書いてください。', en: 'Write a name.' },
    id: {
      ja: 'IDは英小文字で始め、英字と数字だけで書いてください。「key」「language」「new」など、使えない語もあります。',
      en: 'Begin the id with a small letter. Use only letters and digits. “key”, “language”, “new” and a few other words are not allowed.',
    },
    taken: {
      ja: 'このIDはすでに使われています。別のIDにしてください。',
      en: 'A value with this id already exists; choose another id.',
    },
    phone: {
      ja: '電話番号を「03-0000-0000」のように、数字とハイフンで書いてください。',
      en: 'Write the telephone number in digits and hyphens, such as 03-0000-0000.',
    },
    date: {
      ja: '実際にある日付を「2027-04-01」のように書いてください。',
      en: 'Write a date that exists, such as 2027-04-01.',
    },
    month: { ja: '年月を「2027-04」のように書いてください。', en: 'Write a month, such as 2027-04.' },
    day: { ja: '実際にある月日を「12-29」のように書いてください。', en: 'Write a day that exists, such as 12-29.' },
    time: {
      ja: '時刻を「9:30」のように、0:00から23:59までで書いてください。',
      en: 'Write a time from 0:00 to 23:59, such as 9:30.',
    },
    rows: {
      ja: '時間帯が多すぎます。20行までにしてください。',
      en: 'There are too many periods; write at most 20.',
    },
    days: { ja: '曜日を一つ以上選んでください。', en: 'Choose at least one day of the week.' },
    opens: { ja: '始まりの時刻を「9:00」のように書いてください。', en: 'Write when it opens, such as 9:00.' },
    closes: {
      ja: '終わりの時刻を「17:00」のように書いてください。24:00まで書けます。',
      en: 'Write when it closes, such as 17:00; 24:00 is the latest.',
    },
    order: {
      ja: '終わり({{closes}})を始まり({{opens}})より後にしてください。夜中を越えるときは、24:00までと次の日の0:00からに分けます。',
      en: 'Make the end ({{closes}}) later than the beginning ({{opens}}). If it is open over midnight, write one period to 24:00 and one from 0:00 on the next day.',
    },
    overlap: {
      ja: '{{earlier}}行目と{{later}}行目の時間が重なっています。一日の同じ時間は一度だけ書いてください。',
      en: 'Periods {{earlier}} and {{later}} overlap; write each time of a day once.',
    },
    repeat: {
      ja: '{{later}}行目の時間は、{{earlier}}行目にもう入っています。消してください。',
      en: 'Period {{later}} lies within period {{earlier}}; remove it.',
    },
    source: { ja: '出典を書いてください。', en: 'Write where you found the value.' },
    'checked-on': { ja: '確認した日を選んでください。', en: 'Choose the day on which the value was checked.' },
    'review-by': {
      ja: '見直し期限の日付を選んでください。',
      en: 'Choose the day by which the value is to be reviewed.',
    },
    future: {
      ja: '確認日が先の日付です。今日までの日にしてください。',
      en: 'The day on which the value was checked has not come yet; choose today or an earlier day.',
    },
    'review-early': {
      ja: '見直し期限を、確認日より前にしないでください。',
      en: 'Choose a review date that is not before the day of the check.',
    },
  },
} as const satisfies Texts;
