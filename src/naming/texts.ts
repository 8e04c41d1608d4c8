import { promptNames } from '../edition/prompt-names.ts';
import type { Texts } from '../frame/text.ts';

/** What staff call the texts that callers hear. */
export const namesTexts = {
  text: { ja: '{{prompt}}({{language}})', en: '{{prompt}} ({{language}})' },
  menu: { ja: 'メニュー:{{topic}}', en: 'Menu: {{topic}}' },
  part: { ja: '{{topic}}({{number}})', en: '{{topic}} ({{number}})' },
  'of-destination': {
    transfer: { ja: '{{destination}}へつなぐ前', en: 'Before connecting to {{destination}}' },
    number: { ja: '{{destination}}の電話番号の案内', en: 'Telling the number of {{destination}}' },
    hours: { ja: '{{destination}}の受付時間の案内', en: 'Telling the hours of {{destination}}' },
  },
  'of-choice': {
    kind: { ja: '災害:{{name}}', en: 'Disaster: {{name}}' },
    place: { ja: '災害の場所:{{name}}', en: 'Place of a disaster: {{name}}' },
    also: { ja: '災害の二つ目からの場所:{{name}}', en: 'Further place of a disaster: {{name}}' },
    action: { ja: '災害のときにすること:{{name}}', en: 'What to do in a disaster: {{name}}' },
    closure: { ja: '休みの理由:{{name}}', en: 'Why it is closed: {{name}}' },
  },
  /** Placeholders whose values come from the menu, the call, the notice or a closure, not from a fact. */
  placeholders: {
    key: { ja: '押すキー', en: 'Key to press' },
    language: { ja: '選んだ言語', en: 'Chosen language' },
    noticeDay: { ja: 'お知らせの日', en: 'Day of the notice' },
    openingDay: { ja: '次に受け付ける日', en: 'Day when it opens again' },
    openingTime: { ja: '次に受け付ける時刻', en: 'Time when it opens again' },
    noticeTime: { ja: 'お知らせの時刻', en: 'Time of the notice' },
  },
  /** Names for a fact without a name: after the destination that uses it, or by its type and value. */
  fact: {
    number: { ja: '{{destination}}の電話番号', en: 'Number of {{destination}}' },
    hours: { ja: '{{destination}}の受付時間', en: 'Hours of {{destination}}' },
    from: { ja: '{{destination}}の毎年の休みの始まり', en: 'First day of a yearly closure of {{destination}}' },
    to: { ja: '{{destination}}の毎年の休みの終わり', en: 'Last day of a yearly closure of {{destination}}' },
    plain: { ja: '{{type}} {{value}}', en: '{{type}} {{value}}' },
  },
  /** The types of facts. */
  types: {
    phone: { ja: '電話番号', en: 'Telephone number' },
    hours: { ja: '受付時間', en: 'Opening hours' },
    date: { ja: '日付', en: 'Date' },
    month: { ja: '年月', en: 'Month of a year' },
    day: { ja: '毎年の月日', en: 'Day of every year' },
    time: { ja: '時刻', en: 'Time of day' },
  },
  /** What staff call days with unusual hours. */
  dates: { closed: { ja: '休み', en: 'Closed' }, open: { ja: '臨時の受付', en: 'Open' } },
  /** Texts that do not depend on the subject of a line. Not every line has all of them. */
  prompts: promptNames,
} as const satisfies Texts;

/** Findings of the checks, wherever they are shown. */
export const findingsTexts = {
  rule: { ja: '決まり {{rule}}', en: 'Rule {{rule}}' },
  technician: {
    ja: 'これは画面では直せません。技術担当者に連絡してください。',
    en: 'This cannot be fixed in the console. Tell the technician.',
  },
  stale: {
    ja: '訳した後で、元の文が変わりました。訳を見直して保存するか、「このままで正しい」で確かめてください。',
    en: 'The source text has changed since this was translated. Check the translation and save it, or confirm that it is still right.',
  },
} as const satisfies Texts;

/** What staff call the values that all languages share, by the parts of a value's path. */
export const valuesTexts = {
  name: { ja: '名前', en: 'Name' },
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
  timeZone: { ja: '時間帯(タイムゾーン)', en: 'Time zone' },
  sourceLanguage: { ja: '元の言語', en: 'Source language' },
  announcers: { ja: '言語を選ぶ前に話す言語', en: 'Spoken before a language is chosen' },
  defaultDestination: { ja: '標準の転送先', en: 'Default destination' },
  transfersPerHour: { ja: '1時間の転送の上限', en: 'Most transfers per hour' },
  languages: { ja: '言語', en: 'Languages' },
  tag: { ja: '言語タグ', en: 'Language tag' },
  key: { ja: 'キー', en: 'Key' },
  sourceName: { ja: '元の言語での名前', en: 'Name in the source language' },
  destination: { ja: '転送先', en: 'Destination' },
  voices: { ja: '声', en: 'Voices' },
  voice: { ja: '声', en: 'Voice' },
  language: { ja: '言語', en: 'Language' },
  espeak: { ja: '試すときの声', en: 'For trying' },
  google: { ja: 'Google', en: 'Google' },
  twilio: { ja: 'Twilio', en: 'Twilio' },
  ownNumbers: { ja: '専用の番号', en: 'Numbers of its own' },
  topics: { ja: '項目', en: 'Topics' },
  id: { ja: 'ID', en: 'ID' },
  parts: { ja: '案内の順番', en: 'Order of what is said' },
  destinations: { ja: '転送先', en: 'Destinations' },
  number: { ja: '番号', en: 'Number' },
  dials: { ja: 'かける番号', en: 'Numbers dialled' },
  source: { ja: '出典', en: 'Source' },
  triedOn: { ja: '試した日', en: 'Tried on' },
  hours: { ja: '受付時間', en: 'Opening hours' },
  closed: { ja: '休み', en: 'Closed' },
  holidays: { ja: '祝日', en: 'Public holidays' },
  eachYear: { ja: '毎年の休み', en: 'Closed each year' },
  from: { ja: '始まり', en: 'From' },
  to: { ja: '終わり', en: 'To' },
  dates: { ja: '日を決めた休みと臨時の受付', en: 'Closed or open on certain days' },
  kind: { ja: '休みか臨時の受付か', en: 'Closed or open' },
  begins: { ja: '何時から', en: 'From' },
  ends: { ja: '何時まで', en: 'Until' },
  reason: { ja: '休みの理由', en: 'Why it is closed' },
  fallback: { ja: 'サーバーが動いていないときの番号', en: 'Number while the server does not answer' },
  closures: { ja: '休みの理由', en: 'Reasons for being closed' },
  disaster: { ja: '災害のお知らせ', en: 'Disaster notice' },
  kinds: { ja: '起きたこと', en: 'What has happened' },
  places: { ja: '場所', en: 'Places' },
  actions: { ja: 'すること', en: 'What to do' },
  notWith: { ja: '一緒に選ばないもの', en: 'Not together with' },
  leaflet: { ja: '配布シート', en: 'Printed sheets' },
  title: { ja: '題名', en: 'Title' },
  addresses: { ja: 'ウェブページ', en: 'Web pages' },
  names: { ja: '名前', en: 'Name' },
  url: { ja: 'アドレス', en: 'Address' },
  contacts: { ja: '問い合わせ先', en: 'Contacts' },
  phone: { ja: '電話', en: 'Telephone' },
  fax: { ja: 'ファクス', en: 'Fax' },
  address: { ja: '住所', en: 'Postal address' },
  facts: { ja: '番号・日付・時間', en: 'Numbers, dates, hours' },
  type: { ja: '種類', en: 'Type' },
  value: { ja: '値', en: 'Value' },
  days: { ja: '曜日(月曜日が1)', en: 'Days (Monday is 1)' },
  opens: { ja: '始まり', en: 'Opens' },
  closes: { ja: '終わり', en: 'Closes' },
  checkedOn: { ja: '確認日', en: 'Checked on' },
  reviewBy: { ja: '見直し期限', en: 'Review by' },
} as const satisfies Texts;
