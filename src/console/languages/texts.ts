import type { Texts } from '../frame/text.ts';

/** The languages of the line. */
export const languagesTexts = {
  nav: { ja: '言語', en: 'Languages' },
  about: {
    ja: '電話で選べる言語を増やし、止め、声を変えます。',
    en: 'Add languages, switch them off, change their voices.',
  },
  title: { ja: '言語', en: 'Languages' },
  intro: {
    ja: '電話に出た人が最初に選ぶ言語です。上から順に、キー1から付きます。',
    en: 'The languages that callers choose from first; their keys begin with 1 at the top.',
  },
  caption: { ja: '言語の一覧', en: 'All languages' },
  key: { ja: 'キー', en: 'Key' },
  language: { ja: '言語', en: 'Language' },
  texts: { ja: '文', en: 'Texts' },
  'texts-label': { ja: '{{name}}の文 {{written}}/{{needed}}', en: 'Texts of {{name}}: {{written}}/{{needed}}' },
  written: { ja: '{{written}}/{{needed}}', en: '{{written}}/{{needed}}' },
  reviewed: { ja: 'ネイティブチェック(母語話者の確認) {{share}}%', en: 'Native readers: {{share}}%' },
  voices: { ja: '声', en: 'Voices' },
  destination: { ja: '転送先', en: 'Destination' },
  action: { ja: '操作', en: 'Actions' },
  change: { ja: '変更', en: 'Change' },
  'change-label': { ja: '{{name}}を変更', en: 'Change {{name}}' },
  off: { ja: '止める', en: 'Switch off' },
  'off-label': { ja: '{{name}}を止める', en: 'Switch off {{name}}' },
  on: { ja: 'また使う', en: 'Switch on again' },
  'on-label': { ja: '{{name}}をまた使う', en: 'Switch on again: {{name}}' },
  'off-list': { ja: '止めている言語', en: 'Languages that are off' },
  kept: { ja: '文{{count}}件を残しています。', en: 'Texts kept: {{count}}.' },
  'off-title': { ja: '{{name}}を止める', en: 'Switch {{name}} off' },
  'off-about': {
    ja: 'この言語は電話のメニューから外れます。文{{count}}件は残り、「また使う」で元に戻せます。公開するまで、電話では変わりません。',
    en: 'This language leaves the menu of the line. Its texts ({{count}}) are kept, and it can be switched on again. Callers notice only when it is published.',
  },
  'off-submit': { ja: 'この言語を止める', en: 'Switch this language off' },
  'on-about': {
    ja: '前の設定と文を使って、この言語をまたメニューに入れます。止めている間に元の文が変わった訳は「要見直し」になります。',
    en: 'The language comes back into the menu with its settings and texts; translations whose source has changed meanwhile are stale.',
  },
  'on-submit': { ja: 'また使う', en: 'Switch on again' },
  stays: {
    source: {
      ja: 'この言語は、ほかの言語の元になる言語なので、止められません。',
      en: 'The other languages are translated from this one, so it cannot be switched off.',
    },
    announcer: {
      ja: 'この言語は、言語を選ぶ前の案内に使っているので、止められません。',
      en: 'This language is spoken before callers choose one, so it cannot be switched off.',
    },
  },
  add: { ja: '言語を追加', en: 'Add a language' },
  'add-about': {
    ja: '追加すると、この言語の文は「案内の文」で「未入力」と出ます。すべて書くまで公開できません。',
    en: '“Texts” then shows its texts as missing; nothing can be published until all are written.',
  },
  'full-title': { ja: '言語は九つまでです', en: 'There are nine languages' },
  full: {
    ja: '言語はキー1から9までの九つまでです。追加するときは、先に一つ止めてください。',
    en: 'Languages have the keys 1 to 9; to add another one, first switch one off.',
  },
  'one-title': { ja: '{{name}}の設定', en: 'Settings of {{name}}' },
  tag: { ja: '言語タグ', en: 'Language tag' },
  'tag-help': {
    ja: '言語を表す決まった記号です。例:ベトナム語は vi、ネパール語は ne、フィリピン語は fil',
    en: 'The standard sign of the language, such as vi for Vietnamese, ne for Nepali, fil for Filipino',
  },
  name: { ja: 'その言語での名前', en: 'Its own name' },
  'name-help': { ja: '例:Tiếng Việt', en: 'Such as Tiếng Việt' },
  'source-name': { ja: '日本語の名前', en: 'Its Japanese name' },
  'source-name-help': {
    ja: '転送先の人が聞く名前です。漢字には {{example}} の形で読みを付けます。',
    en: 'What the person hears to whom a call is put through; give kanji their readings, as {{example}}.',
  },
  'key-help': {
    ja: '途中に入れると、後ろの言語のキーが一つずつ変わります。',
    en: 'Put between others, it moves the keys of all behind it.',
  },
  before: { ja: '{{key}}({{name}}の前)', en: '{{key}} (before {{name}})' },
  'at-end': { ja: '{{key}}(最後)', en: '{{key}} (last)' },
  'destination-help': {
    ja: 'この言語の人がキー0を押したときにつなぐところです。',
    en: 'Where callers in this language are put through when they press 0.',
  },
  google: { ja: 'Googleの声', en: 'Google’s voice' },
  'google-help': { ja: '本番の声です。例:vi-VN-Neural2-A', en: 'The voice in production, such as vi-VN-Neural2-A' },
  espeak: { ja: '組み込みの声(espeak)', en: 'Embedded voice (espeak)' },
  'espeak-help': { ja: '試すときの声です。例:vi', en: 'The voice for trying things out, such as vi' },
  'twilio-voice': { ja: 'Twilioの声', en: 'Twilio’s voice' },
  'twilio-help': {
    ja: '音声ファイルがないときの声です。例:Google.vi-VN-Neural2-A',
    en: 'The voice when a sound is missing, such as Google.vi-VN-Neural2-A',
  },
  'twilio-language': { ja: 'Twilioの言語', en: 'Twilio’s language' },
  'twilio-language-help': { ja: '例:vi-VN', en: 'Such as vi-VN' },
  'missing-title': { ja: 'その言語はありません', en: 'There is no such language' },
  missing: {
    ja: 'この言語はありません。一覧から選び直してください。',
    en: 'There is no such language; choose again from the list.',
  },
  done: {
    saved: {
      ja: '保存しました。電話では、公開するまで変わりません。',
      en: 'Saved; callers notice only when it is published.',
    },
    added: {
      ja: '言語を追加しました。文は「案内の文」で、配布シートの名前は「配布シート」の「シートに載せる名前と番号」で書いてください。',
      en: 'The language was added; write its texts under “Texts”, and the names on its printed sheet under “Names and number on the sheets”.',
    },
    on: {
      ja: '言語をまた使うようにしました。「要見直し」の文がないか、「案内の文」で確かめてください。',
      en: 'The language is on again; look under “Texts” whether some of its texts are stale.',
    },
    off: { ja: '言語を止めました。文は残っています。', en: 'The language is off; its texts are kept.' },
  },
  wrong: {
    tag: {
      ja: '言語タグを「vi」や「zh-Hans」のように、決まった書き方で書いてください。',
      en: 'Write a language tag in its usual spelling, such as “vi” or “zh-Hans”.',
    },
    taken: {
      ja: 'この言語はもうあります。一覧から変更してください。',
      en: 'The line has this language already; change it from the list.',
    },
    key: { ja: 'キーを選び直してください。', en: 'Choose the key again.' },
    name: { ja: 'その言語での名前を書いてください。', en: 'Write its own name.' },
    'source-name': { ja: '日本語の名前を書いてください。', en: 'Write its Japanese name.' },
    reading: {
      ja: '漢字には {英語|えいご} の形で読みを付けてください。',
      en: 'Give kanji their readings, as {Kanji|kana}.',
    },
    destination: { ja: '転送先を選び直してください。', en: 'Choose the destination again.' },
    voice: { ja: '声を書いてください。', en: 'Write a voice.' },
  },
} as const satisfies Texts;
