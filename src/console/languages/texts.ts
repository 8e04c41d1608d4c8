import type { Texts } from '../../frame/text.ts';
import { startTexts } from './start-texts.ts';

/** The pages of the languages of the line. */
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
  sheet: { ja: '翻訳シートを書き出す', en: 'Download its sheet' },
  'sheet-label': { ja: '{{name}}の翻訳シートを書き出す', en: 'Download the translators’ sheet of {{name}}' },
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
    en: 'This language leaves the menu of the line. Its texts ({{count}}) are kept, and it can be switched on again. For callers, nothing changes until the draft is published.',
  },
  'off-lost': { ja: '電話で使えなくなるもの', en: 'What callers lose' },
  'off-menu': {
    ja: '最初のメニューのキー{{key}}。後ろの言語のキーが一つずつ変わります。',
    en: 'Key {{key}} of the first menu. The keys of all later languages change by one.',
  },
  'off-numbers': {
    ja: 'この言語だけの電話番号({{numbers}})。かけた人は、言語を選ぶメニューを聞きます。',
    en: 'Its own telephone numbers ({{numbers}}); their callers hear the language menu.',
  },
  'off-sheet': {
    ja: 'この言語の配布シートと、案内を文字で見せるページ。',
    en: 'Its printed sheet, and its page that shows the guidance as text.',
  },
  'off-kept': { ja: '残るもの', en: 'What is kept' },
  'off-texts': {
    ja: '文{{count}}件と、その履歴、承認。',
    en: 'Its texts ({{count}}) with their history and approvals.',
  },
  'off-settings': {
    ja: '名前、声、転送先の設定。「また使う」で元に戻せます。',
    en: 'Its names, voices and destination; it can be switched on again.',
  },
  start: startTexts,
  'off-submit': { ja: 'この言語を止める', en: 'Switch this language off' },
  'on-about': {
    ja: '前の設定と文を使って、この言語をまたメニューに入れます。止めている間に元の文が変わった訳は「要見直し」になります。',
    en: 'The language comes back into the menu with its settings and texts. Translations whose source has changed meanwhile are marked “Needs review”.',
  },
  'on-submit': { ja: 'また使う', en: 'Switch on again' },
  stays: {
    source: {
      ja: 'この言語は、ほかの言語の元になる言語なので、止められません。',
      en: 'The other languages are translated from this one, so it cannot be switched off.',
    },
    announcer: {
      ja: 'この言語は、言語を選ぶ前の案内に使っているので、まだ止められません。先に「言語を選ぶ前の案内」から外してください。',
      en: 'This language is spoken before callers choose one. First take it out of “Before a language is chosen”; then it can be switched off.',
    },
  },
  add: { ja: '言語を追加', en: 'Add a language' },
  'add-one': { ja: '{{name}}を追加', en: 'Add {{name}}' },
  'add-about': {
    ja: 'キーと転送先を確かめ、声を聞いてから追加してください。追加したあと、文を翻訳シートか「案内の文」で書きます。すべて書くまで公開できません。',
    en: 'Check the key and the destination, listen to the voice, then add the language. Afterwards, write its texts in a translators’ sheet or under “Texts”. Nothing can be published until all texts are written.',
  },
  'pick-about': {
    ja: '追加する言語を選ぶと、名前、声、キーなどを自動で入れます。次の画面で変えられます。',
    en: 'Choose the language. Its names, voices and key are then filled in, and can be changed on the next page.',
  },
  which: { ja: '言語', en: 'Language' },
  'which-help': {
    ja: '日本で話す人が多い言語から順に並んでいます。',
    en: 'The languages with the most speakers in Japan come first.',
  },
  choose: { ja: '選んでください', en: 'Choose one' },
  'not-listed': { ja: '一覧にない言語', en: 'A language that is not listed' },
  next: { ja: '次へ', en: 'Next' },
  more: { ja: 'くわしく(名前、声、番号)', en: 'Details (names, voices, numbers)' },
  'sheet-names': { ja: '配布シートに載せる名前', en: 'Names on the printed sheets' },
  'sheet-title': { ja: '題名', en: 'Title' },
  'sheet-names-filled': {
    ja: 'すでに書いてある名前は、この案内に用意された訳です。その言語を母語とする人に確かめてもらってください。',
    en: 'The names that are filled in are translations that come with this line. Have a native speaker check them.',
  },
  'sheet-names-about': {
    ja: 'この言語での題名と、ホームページや問い合わせ先の名前です。分からないものは空のままにして、あとで「シートに載せる名前と番号」か翻訳シートで書けます。ホームページと問い合わせ先の名前がそろうまでは公開できません。題名はなくても公開できます。',
    en: 'The title, and the names of web sites and contacts, in this language. Leave unknown names empty. You can add them later under “Names and number on the sheets” or in a translators’ sheet. Nothing can be published until all web sites and contacts have names. The title is optional.',
  },
  voice: { ja: '声', en: 'Voice' },
  speaks: {
    google: {
      ja: 'この電話案内は、Googleの声で話します。',
      en: 'This line speaks with Google’s voice.',
    },
    espeak: {
      ja: 'この電話案内は今、組み込みの声で話します(試すときの声です)。',
      en: 'This line speaks with the embedded voice now, which is for trying things out.',
    },
  },
  listen: { ja: 'この声を聞く', en: 'Listen to this voice' },
  trial: {
    said: { ja: '読み上げた文:', en: 'The words:' },
    sound: { ja: '声の見本', en: 'Sample of the voice' },
    'no-words': {
      ja: '読み上げる文がありません。「その言語での名前」を書いてください。',
      en: 'There is nothing to say; write the name in the language itself.',
    },
    failed: {
      ja: '読み上げることができませんでした。声の名前を確かめてください。',
      en: 'The words could not be spoken; check the name of the voice.',
    },
  },
  'no-google': {
    ja: 'この言語で使えるGoogleの声は、まだ分かっていません。本番で使う前に、技術担当者と声の名前を決めて「くわしく」に入れてください。',
    en: 'No voice of Google’s is known for this language. Before production, choose a voice with your technician and write its name under “Details”.',
  },
  'no-espeak': {
    ja: '組み込みの声(espeak)は、この言語を話せません。',
    en: 'The embedded voice (espeak) does not speak this language.',
  },
  'not-spoken': { ja: 'この言語は話せない転送先です', en: 'Does not speak this language' },
  undecided: { ja: 'Googleの声が決まっていません', en: 'No voice of Google’s yet' },
  'own-numbers': { ja: 'この言語だけの電話番号', en: 'Telephone numbers of this language alone' },
  'own-numbers-help': {
    ja: 'この番号にかけた人は、言語を選ばずにこの言語の案内を聞きます。1行に一つずつ書きます。なければ空にします。',
    en: 'Callers of these numbers hear this language without choosing it. Write one number on each line. Leave this empty if there are none.',
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
    en: 'The standard code of the language, such as vi for Vietnamese, ne for Nepali, fil for Filipino',
  },
  name: { ja: 'その言語での名前', en: 'Name in the language itself' },
  'name-help': { ja: '例:Tiếng Việt', en: 'Such as Tiếng Việt' },
  'source-name': { ja: '日本語の名前', en: 'Name in Japanese' },
  'source-name-help': {
    ja: '転送先の人が聞く名前です。漢字には {{example}} の形で読みを付けます。',
    en: 'What the person who takes the call hears; give kanji their readings in the form {{example}}.',
  },
  'key-help': {
    ja: '途中に入れると、後ろの言語のキーが一つずつ変わります。',
    en: 'If it is placed between other languages, the keys of all later languages change by one.',
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
      en: 'Saved. For callers, nothing changes until the draft is published.',
    },
    added: {
      ja: '言語を追加しました。文と、配布シートに載せる名前は、「翻訳シート」で翻訳者に頼むか、「案内の文」と「配布シート」で書いてください。',
      en: 'The language was added. Have its texts and the names on its printed sheet translated in a translators’ sheet, or write them under “Texts” and “Printed sheets”.',
    },
    unchecked: {
      ja: '保存しました。声の一覧を読めなかったため、その声があるかどうかは確かめていません。「この声を聞く」で確かめてください。',
      en: 'Saved. The list of voices could not be read, so it is unknown whether this voice exists. Listen to it to be sure.',
    },
    on: {
      ja: '言語をまた使うようにしました。「要見直し」の文がないか、「案内の文」で確かめてください。',
      en: 'The language is on again. Look under “Texts” whether some of its texts are marked “Needs review”.',
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
    name: { ja: 'その言語での名前を書いてください。', en: 'Write the name in the language itself.' },
    'source-name': { ja: '日本語の名前を書いてください。', en: 'Write the name in Japanese.' },
    reading: {
      ja: '漢字には {英語|えいご} の形で読みを付けてください。',
      en: 'Give kanji their readings in the form {Kanji|kana}.',
    },
    destination: { ja: '転送先を選び直してください。', en: 'Choose the destination again.' },
    voice: { ja: '声を書いてください。', en: 'Write a voice.' },
    which: { ja: '言語を選んでください。', en: 'Choose a language.' },
    'no-voice': {
      ja: '「{{voice}}」という声はありません。次の声から選んでください:{{names}}',
      en: 'There is no voice “{{voice}}”; choose one of these: {{names}}',
    },
    'no-voices': {
      ja: '「{{voice}}」という声はなく、この言語の声もほかにありません。声の名前を確かめてください。',
      en: 'There is no voice “{{voice}}”, and no other voice in this language; check the name.',
    },
    'own-numbers': {
      ja: '電話番号を「050-0000-0000」のように、1行に一つずつ書いてください。',
      en: 'Write telephone numbers such as 050-0000-0000, one on each line.',
    },
    'own-numbers-taken': {
      ja: 'ほかの言語の電話番号です。番号を確かめてください。',
      en: 'One of these numbers belongs to another language; check the numbers.',
    },
  },
} as const satisfies Texts;
