import type { Texts } from '../../frame/text.ts';

/** Days on which a destination has other hours than usual. */
export const datesTexts = {
  title: { ja: '日を決めた休みと臨時の受付', en: 'Closed or open on certain days' },
  about: {
    ja: '点検の日、半日だけの休み、土曜日の臨時の受付などを入れます。いつもの受付時間・祝日・毎年の休みより優先します。保存して公開すると電話に反映されます。承認は要りません。電話では、次にいつ電話できるかも伝えます。',
    en: 'Enter days such as a day of maintenance, a closed afternoon, or an open Saturday. They override the usual hours, holidays and yearly closures. Save and publish; nobody has to approve them. Callers also hear when to call again.',
  },
  row: { ja: '日を決めた休み・受付{{number}}', en: 'Date {{number}}' },
  past: { ja: '(過ぎました。削除できます)', en: '(over; it can be removed)' },
  far: { ja: '(2年より先です。年を確かめてください)', en: '(more than two years ahead; check the year)' },
  kind: { ja: '休みか、臨時の受付か', en: 'Closed or open' },
  from: { ja: '日', en: 'Day' },
  to: { ja: '最後の日(何日も続くとき)', en: 'Last day, if there are several' },
  begins: { ja: '何時から(一日中の休みのときは空)', en: 'From (empty if closed all day)' },
  ends: { ja: '何時まで(一日中の休みのときは空)', en: 'Until (empty if closed all day)' },
  reason: { ja: '休みの理由', en: 'Why it is closed' },
  'reason-help': {
    ja: '休みの間に電話した人が、選んだことばで聞きます。文は用意されています。',
    en: 'Callers hear the reason in their language during the closure. Its text is ready.',
  },
  'no-reason': { ja: '理由を言わない', en: 'Give no reason' },
  remove: { ja: '日を決めた休み・受付{{number}}を削除', en: 'Remove date {{number}}' },
  hear: { ja: 'この日の電話を聞いてみる', en: 'Hear a call on this day' },
  'hear-row': { ja: '{{row}}の電話を聞いてみる(保存した内容)', en: '{{row}}: hear a call, as saved' },
  add: { ja: '休みか臨時の受付を追加', en: 'Add a date' },
  'remove-past': { ja: '過ぎたものをすべて削除', en: 'Remove all dates that are over' },
  most: { ja: '日を決めた休みと受付は{{count}}件までです。', en: 'There can be at most {{count}} dates.' },
  wrong: {
    most: {
      ja: '日を決めた休みと受付が多すぎます。{{count}}件までにしてください。過ぎたものは削除できます。',
      en: 'There are too many dates; keep at most {{count}}. Those that are over can be removed.',
    },
    date: { ja: '日を「2027-04-01」のように書いてください。', en: 'Write the day in the form 2027-04-01.' },
    year: {
      ja: '年が正しいか確かめてください。{{first}}から{{last}}までの日を書けます。',
      en: 'Check the year; the day can be from {{first}} to {{last}}.',
    },
    order: {
      ja: '最後の日を、初めの日より前にしないでください。',
      en: 'Choose a last day that is not before the first day.',
    },
    'open-times': {
      ja: '臨時の受付が何時から何時までかを書いてください。',
      en: 'Write the opening and the closing time.',
    },
    time: {
      ja: '何時から何時までかを、二つとも「12:00」のように書いてください。',
      en: 'Write both times in the form 12:00.',
    },
    'time-order': { ja: '終わりを、始まりよりあとの時刻にしてください。', en: 'Choose an end after the beginning.' },
    reason: {
      ja: '理由を一覧から選んでください。',
      en: 'Choose a reason from the list.',
    },
    'without-hours': {
      ja: '受付時間が分からないので使えません。先に受付時間を選んでください。',
      en: 'This date has no effect while the opening hours are not known; choose the opening hours first.',
    },
    clash: {
      ja: '{{number}}番目と、同じ日の同じ時間です。どちらか一つにしてください。',
      en: 'This is for the same time of the same day as date {{number}}; keep one of them.',
    },
  },
} as const satisfies Texts;
