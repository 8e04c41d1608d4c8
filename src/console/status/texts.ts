import type { Texts } from '../../frame/text.ts';

/** The page that shows whether the line works with Twilio and the network. */
export const statusTexts = {
  nav: { ja: '回線の状態', en: 'State of the line' },
  about: {
    ja: 'Twilioの番号、公開アドレス、音声、ディスクなどが正しいかを見て、直せるものを直します。',
    en: 'Check the telephone numbers, the public address, speech and disks, and fix what can be fixed.',
  },
  title: { ja: '回線の状態', en: 'State of the line' },
  what: {
    ja: '1時間ごとに自動で調べています。だれにも電話はかかりません。',
    en: 'Checked every hour. No telephone calls are made.',
  },
  'not-connected': {
    ja: 'この案内は、まだTwilioにつながっていません。技術担当者が PUBLIC_URL、TWILIO_ACCOUNT_SID、TWILIO_AUTH_TOKEN を設定すると、番号と公開アドレスも調べられます。今は、このサーバー(ディスク、データベース、音声)と公開中の版だけを調べられます。',
    en: 'This line is not connected to Twilio yet. Once the technician has set PUBLIC_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, its numbers and its public address can be checked too. For now, only this server (disks, database, speech) and the live edition can be checked.',
  },
  who: { ja: '調べ直すことと直すことは、管理者ができます。', en: 'Administrators can check again and fix things.' },
  'no-look': {
    ja: 'まだ調べていません。起動の2分後に、最初に調べます。',
    en: 'Not checked yet. The first check is two minutes after the start.',
  },
  busy: {
    ja: '調べているか、直しています。1分ほどかかります。',
    en: 'The line is being checked or fixed. This takes about a minute.',
  },
  reload: { ja: '表示し直す', en: 'Load again' },
  look: { ja: '今すぐ調べる', en: 'Check now' },
  probe: { ja: '案内に電話をかけて確かめる', en: 'Call the line and listen' },
  mend: { ja: '直せるものを直す', en: 'Fix what can be fixed' },
  'mend-what': {
    ja: '下の「正しい値」と違うTwilioの番号の設定を直し、代替案内が違うときは置き直します。ほかのサービスにつながっている番号には触りません。',
    en: 'Sets the telephone numbers at Twilio to the expected values that are shown below, and deploys the fallback again if it is out of date. Numbers that are connected to another service are not touched.',
  },
  check: { ja: '設定と公開アドレス', en: 'Settings and public address' },
  'probe-heading': { ja: '案内への電話', en: 'Calls to the line' },
  setup: { ja: '番号の設定を直す', en: 'Setting the numbers' },
  fallback: { ja: '代替案内を置く', en: 'Putting the fallback in place' },
  at: { ja: '最後に行った時刻:{{when}}', en: 'Last run: {{when}}.' },
  'all-well': { ja: '誤りは見つかりませんでした。', en: 'No errors were found.' },
  failures: {
    ja: '誤りが{{count}}件あります。',
    en: { one: '{{count}} thing is wrong.', other: '{{count}} things are wrong.' },
  },
  error: { ja: '最後まで行えなかったので、結果がありません。', en: 'The run failed, so there are no results.' },
  state: {
    ok: { ja: '正しい', en: 'ok' },
    warn: { ja: '注意', en: 'warning' },
    fail: { ja: '誤り', en: 'wrong' },
    skip: { ja: '調べられない', en: 'not checked' },
  },
  expected: { ja: '正しい値', en: 'Expected' },
  found: { ja: '今の値', en: 'Found' },
  how: { ja: '直し方', en: 'How to fix it' },
  counts: { ja: '電話で起きたこと', en: 'What happened in calls' },
  since: { ja: '{{when}}に起動してから', en: 'Since the start of the service, {{when}}' },
  kind: { ja: '種類', en: 'Event' },
  count: { ja: '回数', en: 'Count' },
  kinds: {
    call: { ja: '電話の終わり方:{{what}}', en: 'A call ended: {{what}}' },
    twilio: { ja: 'Twilioのエラー {{what}}', en: 'Twilio’s error {{what}}' },
    transfer: { ja: '転送:{{what}}', en: 'A transfer: {{what}}' },
    trouble: {
      ja: 'エラーがあり「今は使えません」と案内した電話({{what}})',
      en: 'Something broke, and the caller heard that the line is not working ({{what}})',
    },
    said: {
      ja: '録音がなくTwilioの声が読んだ文({{what}})',
      en: 'Spoken by Twilio’s voice because the sound was missing ({{what}})',
    },
  },
  outcome: {
    completed: { ja: '最後まで', en: 'completed' },
    answered: { ja: 'つながった', en: 'answered' },
    busy: { ja: '話し中', en: 'busy' },
    'no-answer': { ja: '相手が出ない', en: 'no answer' },
    failed: { ja: 'つながらない', en: 'not connected' },
    canceled: { ja: '取り消し', en: 'cancelled' },
  },
  others: { ja: 'そのほか', en: '(others)' },
  'no-language': { ja: '言語を選ぶ前', en: 'before a language was chosen' },
  right: { ja: '正しいもの({{count}}件)', en: 'Checks passed ({{count}})' },
  banner: {
    ja: '回線の状態に誤りが{{count}}件あります。電話が受けられていないかもしれません。',
    en: {
      one: '{{count}} thing is wrong with the telephone line; calls may not be answered.',
      other: '{{count}} things are wrong with the telephone line; calls may not be answered.',
    },
  },
} as const satisfies Texts;
