import type { Texts } from '../../frame/text.ts';

/** The pages about topics and their texts. */
export const topicsTexts = {
  nav: { ja: '項目', en: 'Topics' },
  about: {
    ja: '電話で選べる項目と、その順番、中の文を決めます。',
    en: 'Decide what callers can choose, in which order, and what they then hear.',
  },
  title: { ja: '項目', en: 'Topics' },
  intro: {
    ja: '言語を選んだ人が聞くメニューです。上から順に、キー1から付きます。',
    en: 'The menu that callers hear after choosing a language; its keys begin with 1 at the top.',
  },
  caption: { ja: '項目の一覧', en: 'All topics' },
  key: { ja: 'キー', en: 'Key' },
  topic: { ja: '項目', en: 'Topic' },
  menu: { ja: 'メニューの文', en: 'Text in the menu' },
  parts: { ja: '項目の文', en: 'Texts of the topic' },
  action: { ja: '操作', en: 'Actions' },
  'no-text': { ja: '(文がまだありません)', en: '(no text yet)' },
  add: { ja: '項目を追加', en: 'Add a topic' },
  'add-about': {
    ja: 'いちばん下に追加します。元の言語の文は下書きになり、ほかの言語は「案内の文」で「未入力」と出ます。',
    en: 'It is added at the end. Its texts in the source language begin as drafts; in the other languages “Texts” shows them as missing.',
  },
  'full-title': { ja: '項目は六つまでです', en: 'There are six topics' },
  full: {
    ja: '項目はキー1から6までの六つまでです。追加するときは、先に一つ削除してください。',
    en: 'Topics have the keys 1 to 6; to add another one, first remove one.',
  },
  many: {
    ja: '項目が六つになります。覚えられるのは五つくらいまでです。',
    en: 'There will be six topics, and callers keep about five in mind.',
  },
  id: { ja: '項目のID', en: 'Id of the topic' },
  'id-help': {
    ja: '空のままにすると、自動で付きます。英小文字、数字、ハイフンで書きます。あとから変更できません。',
    en: 'Left empty, it is made automatically. Write small letters, digits and hyphens. It cannot be changed later.',
  },
  name: { ja: '名前', en: 'Name' },
  'name-en': { ja: '英語の画面での名前', en: 'Name in English' },
  'name-help': {
    ja: '画面での呼び名です。例:カードの申し込み。電話では流れません。',
    en: 'What the console calls it, such as “How to apply”; callers do not hear it.',
  },
  names: { ja: '画面での名前', en: 'Names in the console' },
  'names-about': {
    ja: '項目と文の呼び名です。電話では流れないので、変えても公開はいりません。空にすると、項目はメニューの文から、文は項目の名前から付けた名前に戻ります。',
    en: 'What the console calls the topic and its texts. Callers do not hear these names, so a change need not be published. A topic without a name is named after its text in the menu, and a text without a name after its topic.',
  },
  rename: { ja: '名前を保存する', en: 'Save the names' },
  'menu-help': {
    ja: '「{{example}}」のように、用件を先に、キーを後に書きます。{{place}} が押すキーに変わります。漢字には {{reading}} の形で読みを付けます。',
    en: 'Say what it is for and then the key, as “{{example}}”; {{place}} becomes the key. Give kanji their readings as {{reading}}.',
  },
  part: { ja: '文のID', en: 'Id of the text' },
  'part-more': { ja: 'くわしく(文のID)', en: 'Details (id of the text)' },
  'part-help': {
    ja: '空のままにすると、自動で付きます。「{{example}}」のように、間に点を入れて書きます。前からある文を使うときは、そのIDを書きます。あとから変更できません。',
    en: 'If you leave this empty, it is made automatically. An id has a dot in it, as in “{{example}}”. To use a text that exists, write its id. It cannot be changed later.',
  },
  'part-text': { ja: '文', en: 'Text' },
  'part-text-help': { ja: '1行に1文ずつ書きます。', en: 'One sentence a line.' },
  change: { ja: '文を追加・並べ替え', en: 'Add or reorder texts' },
  'change-label': { ja: '{{name}}の文を追加・並べ替え', en: 'Add or reorder texts of {{name}}' },
  up: { ja: '上へ', en: 'Up' },
  down: { ja: '下へ', en: 'Down' },
  remove: { ja: '削除', en: 'Remove' },
  'up-label': { ja: '{{name}}を上へ', en: 'Move {{name}} up' },
  'down-label': { ja: '{{name}}を下へ', en: 'Move {{name}} down' },
  'remove-label': { ja: '{{name}}を削除', en: 'Remove {{name}}' },
  'move-title': { ja: '項目「{{name}}」の移動', en: 'Move the topic “{{name}}”' },
  'move-submit': { ja: 'この順番にする', en: 'Use this order' },
  'new-order': { ja: '新しい順番', en: 'The new order' },
  'remove-title': { ja: '項目「{{name}}」の削除', en: 'Remove the topic “{{name}}”' },
  'remove-about': {
    ja: '電話では、次の文が流れなくなります。文そのものは残り、「案内の文」の「使っていない文」から、また使うことも削除することもできます。',
    en: 'Callers will no longer hear these texts. The texts themselves are kept under “Texts not in use”, where you can use them again or delete them.',
  },
  'remove-submit': { ja: 'この項目を削除する', en: 'Remove this topic' },
  last: {
    ja: '最後の項目は削除できません。先に別の項目を追加してください。',
    en: 'The last topic cannot be removed; first add another one.',
  },
  'one-title': { ja: '項目「{{name}}」', en: 'Topic “{{name}}”' },
  'parts-title': { ja: 'この項目の文(流れる順)', en: 'Texts of this topic, in the order in which they are heard' },
  'part-last': { ja: '項目には文が一つ以上必要です。', en: 'A topic needs at least one text.' },
  'part-add-title': { ja: '文を追加', en: 'Add a text' },
  'part-add': { ja: '文を追加する', en: 'Add this text' },
  'missing-title': { ja: 'その項目はありません', en: 'There is no such topic' },
  missing: {
    ja: 'この項目はありません。ほかの人が削除したかもしれません。一覧から選び直してください。',
    en: 'There is no such topic. Somebody may have removed it. Choose another one from the list.',
  },
  done: {
    added: {
      ja: '項目を追加しました。ほかの言語の文は「案内の文」で書いてください。',
      en: 'The topic was added; write its texts in the other languages under “Texts”.',
    },
    'added-tidied': {
      ja: '項目を追加しました。全角の数字や英字、空白を決まった形に直しました。文を確かめてください。',
      en: 'The topic was added. Full-width characters or spaces were corrected. Please check the texts.',
    },
    moved: { ja: '順番を変えました。', en: 'The order was changed.' },
    removed: {
      ja: '項目を削除しました。ほかの項目で使っていない文は「案内の文」の「使っていない文」に残っています。',
      en: 'The topic was removed. Those of its texts that no other topic uses are kept under “Texts not in use”.',
    },
    back: {
      ja: '項目をもとに戻しました。いちばん下に入っています。',
      en: 'The topic is back, at the end of the menu.',
    },
    renamed: { ja: '名前を保存しました。', en: 'The names were saved.' },
    'part-added': { ja: '文を追加しました。', en: 'The text was added.' },
    'part-moved': { ja: '文の順番を変えました。', en: 'The order of the texts was changed.' },
    'part-removed': {
      ja: '文をこの項目から外しました。ほかの項目で使っていなければ「案内の文」の「使っていない文」に残っています。',
      en: 'The text was taken out of this topic. If no other topic uses it, it is kept under “Texts not in use”.',
    },
  },
  wrong: {
    id: {
      ja: 'IDは英小文字で始め、英小文字、数字、ハイフンだけで書いてください。「new」は使えません。',
      en: 'Begin the id with a small letter and use only small letters, digits and hyphens; “new” is taken.',
    },
    taken: {
      ja: 'このIDはすでに使われています。別のIDにしてください。',
      en: 'A topic with this id already exists; choose another id.',
    },
    name: { ja: '名前を書いてください。', en: 'Write a name.' },
    menu: { ja: 'メニューの文を書いてください。', en: 'Write the text for the menu.' },
    'menu-key': {
      ja: 'メニューの文に {{place}} を1回だけ入れてください。',
      en: 'Put {{place}} into the text for the menu exactly once.',
    },
    part: {
      ja: '文のIDは「card.use」のように、英小文字、数字、ハイフンと点で書いてください。',
      en: 'Write an id such as “card.use”: small letters, digits, hyphens, and a dot.',
    },
    'part-reserved': {
      ja: '「topic.」「destination.」「disaster.」などで始まるIDは、音声案内のほかの部分のものなので使えません。別のIDにしてください。',
      en: 'Ids that begin with “topic.”, “destination.”, “disaster.” and the like belong to other parts of the line; choose another id.',
    },
    'part-taken': {
      ja: 'この項目にはもうこの文があります。別のIDにしてください。',
      en: 'This topic has this text already; choose another id.',
    },
    text: { ja: '文を書いてください。', en: 'Write the text.' },
    exists: {
      ja: 'このIDの文は前からあります。その文を使うときは、ここを空にしてください。',
      en: 'A text with this id already exists; to use it, leave this empty.',
    },
  },
} as const satisfies Texts;
