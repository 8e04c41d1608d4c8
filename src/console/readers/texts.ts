import type { Texts } from '../../frame/text.ts';

/** The pages about native readers without accounts: their links, and what they said. */
export const readersTexts = {
  nav: { ja: 'ネイティブチェック', en: 'Native readers' },
  about: {
    ja: 'その言語を母語とする人に、リンクで文と音声の確認を頼みます。',
    en: 'Ask a native speaker, by a link, to read and hear the texts of a language.',
  },
  title: { ja: 'ネイティブチェック', en: 'Native readers' },
  intro: {
    ja: 'その言語を母語とする人に、下書きの文を読み、音声を聞いて、正しいかどうかを答えてもらいます。アカウントは要りません。正しいと答えた文だけが「ネイティブチェック済み」になり、正しくないと答えた文には、指摘が文の画面に表示されます。',
    en: 'A native speaker reads the texts of the draft, listens to them, and says whether they are right. No account is needed. Only the texts that the reader marks as right then count as read by a native reader. Remarks about the other texts are shown on the pages of these texts.',
  },
  caption: { ja: '言語ごとの、まだ確認されていない文', en: 'Texts that no native reader has read, by language' },
  language: { ja: '言語', en: 'Language' },
  unread: { ja: '未確認の文', en: 'Not read yet' },
  'unread-of': { ja: '{{all}}件のうち{{count}}件', en: '{{count}} of {{all}}' },
  objected: { ja: '指摘', en: 'Remarks' },
  'objected-count': { ja: '指摘あり {{count}}件', en: 'Not right: {{count}}' },
  'objected-none': { ja: 'なし', en: 'None' },
  sounds: { ja: '音声', en: 'Sounds' },
  'ask-title': { ja: '確認を頼む', en: 'Ask for a review' },
  reader: { ja: '確認する人の名前', en: 'The reader’s name' },
  'reader-help': {
    ja: '確認する人の画面と、操作の記録に残ります。',
    en: 'It is shown to the reader and kept in the audit.',
  },
  make: { ja: 'リンクを作る', en: 'Make the link' },
  'read-only': {
    ja: 'あなたの役割ではリンクを作れません。編集者、承認者、管理者に頼んでください。',
    en: 'Your role may not make links; ask an editor, an approver or an administrator.',
  },
  news: {
    ja: '正しくないとされた文の指摘が{{count}}件あります。',
    en: 'Remarks of native readers about texts that they marked as not right: {{count}}.',
  },
  'link-title': { ja: '確認用リンク', en: 'Link for the reader' },
  'link-about': {
    ja: '次のリンクを{{reader}}さんに渡してください。{{language}}の文だけを開けます。{{until}}まで、途中でやめて続けられます。確認が終わると使えなくなります。',
    en: 'Give this link to {{reader}}. It opens only the texts in {{language}}. The reader can stop and go on until {{until}}; when the review is finished, the link no longer works.',
  },
  'link-once': {
    ja: 'このリンクは、この画面でしか見られません。閉じる前に写してください。リンクを知る人はだれでも答えられます。',
    en: 'The link is shown only on this page; copy it before you leave. Whoever knows it can answer.',
  },
  link: { ja: 'リンク', en: 'Link' },
  back: { ja: 'ネイティブチェックへ戻る', en: 'Back to native readers' },
  'list-caption': { ja: '頼んだ確認、新しい順', en: 'Reviews, the latest first' },
  made: { ja: 'リンクを作った人', en: 'Link made by' },
  'made-by': { ja: '{{who}}、{{when}}', en: '{{who}}, {{when}}' },
  until: { ja: '期限', en: 'Until' },
  status: { ja: '状態', en: 'Status' },
  answers: { ja: '回答', en: 'Answers' },
  'answers-count': {
    ja: '正しい {{right}}件、正しくない {{wrong}}件(全{{all}}件)',
    en: 'right: {{right}}, not right: {{wrong}}, of {{all}}',
  },
  'answers-before': { ja: '前に確認済み {{before}}件', en: 'found right before: {{before}}' },
  'for-group': {
    ja: 'そのうち、グループでまとめて「正しい」と答えた文 {{count}}件',
    en: 'answered as right for a whole group: {{count}}',
  },
  state: {
    waiting: { ja: '未開始', en: 'Not begun' },
    begun: { ja: '確認中', en: 'Under way' },
    finished: { ja: '確認済み', en: 'Finished' },
    revoked: { ja: '取消し', en: 'Ended' },
    over: { ja: '期限切れ', en: 'Too old' },
  },
  'one-title': { ja: '{{reader}}さんの確認({{language}})', en: 'Review by {{reader}} ({{language}})' },
  revoke: { ja: 'リンクを取り消す', en: 'End the link' },
  'revoke-about': {
    ja: '取り消すと、リンクはすぐに使えなくなります。これまでの回答は残ります。',
    en: 'The link stops working at once; the answers given so far stay.',
  },
  'remarks-title': { ja: '母語話者の指摘', en: 'What native readers said' },
  'remarks-none': { ja: '正しくないとされた文はありません。', en: 'Nothing was marked as not right.' },
  'remark-by': { ja: '{{who}}さん、{{when}}', en: '{{who}}, {{when}}' },
  'remark-of': { ja: '{{reader}}さん(母語話者)の指摘:', en: 'The native reader {{reader}} says:' },
  'see-text': { ja: '文の画面で見る', en: 'See the text' },
  marked: { ja: '正しくないとされた文:', en: 'Marked as not right:' },
  settle: { ja: '対応済みにする', en: 'Mark as dealt with' },
  'settled-by': { ja: '対応済み({{who}}、{{when}})', en: 'Dealt with ({{who}}, {{when}})' },
  'is-obsolete': { ja: 'この指摘のあとで文が変わりました', en: 'The text has changed since' },
  'unknown-title': { ja: '見つかりません', en: 'Not found' },
  unknown: {
    ja: 'この確認または指摘はありません。ほかの人が先に対応したかもしれません。',
    en: 'There is no such review or remark; somebody else may have dealt with it.',
  },
  wrong: {
    'no-reader': { ja: '確認する人の名前を書いてください。', en: 'Write the reader’s name.' },
    'unknown-language': { ja: '言語を一つ選んでください。', en: 'Choose a language.' },
    'too-many': {
      ja: '終わっていない確認が多すぎます。使わないリンクを取り消してから作ってください。',
      en: 'Too many reviews are open; end the links that are not needed first.',
    },
  },
  done: {
    revoked: { ja: 'リンクを取り消しました。', en: 'The link was ended.' },
    settled: { ja: '指摘を対応済みにしました。', en: 'Marked as dealt with.' },
  },
} as const satisfies Texts;
