import type { Texts } from '../../frame/text.ts';

/** The page on which all texts of a disaster notice are approved. */
export const disasterApprovalTexts = {
  title: { ja: '災害の文の承認', en: 'Approve the disaster texts' },
  link: { ja: '災害の文を聞いて承認する', en: 'Listen to the disaster texts and approve them' },
  'link-read': { ja: '災害の文を読む', en: 'Read the disaster texts' },
  'link-ready': {
    ja: '災害の文の承認(すべてのことばで済んでいます)',
    en: 'Approval of the disaster texts (done in every language)',
  },
  about: {
    ja: '災害のときに流れる文を、まとめて聞いて、まとめて承認します。電話をかけてきたすべての人に最初に流れることばから始めてください。自分が書いた文は入りません。',
    en: 'Hear all texts of a disaster notice in one go, and approve them together. Begin with the languages that everybody hears first. Texts that you wrote yourself are left out.',
  },
  'about-notice': {
    ja: '今流しているお知らせに使う文だけを、先にまとめて聞いて承認します。承認すると、すぐに電話で流れます。ほかの災害の文は、そのあとで承認します。自分が書いた文は入りません。',
    en: 'First, hear and approve only the texts of the notice that is on. Callers hear them as soon as they are approved. All other disaster texts come afterwards. Texts that you wrote yourself are left out.',
  },
  next: {
    ja: '次に聞く文:{{languages}}({{count}}件)',
    en: { one: 'Next: {{languages}} ({{count}} text)', other: 'Next: {{languages}} ({{count}} texts)' },
  },
  listen: { ja: 'まとめて聞く', en: 'Listen to all of them' },
  nothing: { ja: '承認を待つ災害の文はありません。', en: 'No disaster text waits for approval.' },
  'only-own': {
    ja: 'ここにあるのは、自分が書いたか値を変えた文だけです。ほかの人に承認を頼んでください。',
    en: 'You wrote all of these texts, or changed a value in them; ask somebody else to approve them.',
  },
  'if-right': {
    ja: '聞いた文が正しければ、承認してください。直すところがある文は、下の「この文を直してもらう」から戻します。',
    en: 'If what you heard is right, approve it. A text that is not right can be sent back from the list below.',
  },
  approve: {
    ja: '聞いた{{count}}件を承認する',
    en: { one: 'Approve the {{count}} text that you heard', other: 'Approve the {{count}} texts that you heard' },
  },
  'not-now': { ja: '承認せずに戻る', en: 'Go back without approving' },
  caption: { ja: 'ことばごとの承認', en: 'Approval by language' },
  language: { ja: 'ことば', en: 'Language' },
  state: { ja: '状態', en: 'State' },
  'listen-to': { ja: '聞く', en: 'Listen' },
  first: { ja: 'すべての人に流れる', en: 'Heard by everybody' },
  ready: { ja: '承認済み', en: 'Approved' },
  waiting: { ja: '残り{{count}}件', en: { one: '{{count}} text left', other: '{{count}} texts left' } },
  'not-whole': { ja: '文がそろっていません', en: 'Texts are missing or unfinished' },
  choose: { ja: 'このことばを聞く', en: 'Listen to this language' },
  'choose-label': { ja: 'このことばを聞く:{{language}}', en: 'Listen to this language: {{language}}' },
  texts: { ja: '聞く文', en: 'The texts' },
  count: { ja: '{{count}}件', en: { one: '{{count}} text', other: '{{count}} texts' } },
  'send-back': { ja: 'この文を直してもらう', en: 'Send this text back' },
  done: { approved: { ja: '災害の文を承認しました。', en: 'The disaster texts that you heard are approved.' } },
} as const satisfies Texts;
