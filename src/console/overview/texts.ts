import type { Text, Texts } from '../../frame/text.ts';
import type { TaskKind } from '../tasks.ts';

/** The heading of each kind of task. */
const tasks = {
  notice: { ja: '災害のお知らせを確かめる', en: 'Check the disaster notice' },
  drill: { ja: '訓練を終える', en: 'Finish the drill' },
  'first-edition': { ja: '最初の版ができるのを待つ', en: 'Wait for the first edition' },
  colleagues: { ja: '一緒に使う人のアカウントを作る', en: 'Add an account for a colleague' },
  'disaster-texts': { ja: '災害の文を承認する', en: 'Approve the disaster texts' },
  values: { ja: '見直し期限を過ぎた値を確かめる', en: 'Check values that are past their review date' },
  'sent-back': { ja: '戻された文を直す', en: 'Correct texts that were sent back' },
  remarks: { ja: 'ネイティブチェックの指摘を見る', en: 'Look at what native readers said' },
  translate: { ja: '翻訳する', en: 'Translate texts' },
  unfinished: { ja: '書きかけの文を仕上げる', en: 'Finish texts that are drafts' },
  approve: { ja: '文を聞いて承認する', en: 'Listen to texts and approve them' },
  'disaster-others': { ja: '災害の文をほかのことばでも承認する', en: 'Approve the disaster texts in more languages' },
  blocked: { ja: '公開の前に直す', en: 'Correct what cannot be published' },
  'awaits-approval': { ja: '変更が、ほかの人の承認を待っています', en: 'Changes wait for somebody else’s approval' },
  publish: { ja: '変更を公開する', en: 'Publish the changes' },
  'disaster-ask': { ja: '災害の文の承認を、承認者に頼む', en: 'Ask an approver to approve the disaster texts' },
  'drill-due': { ja: '災害のお知らせの訓練をする', en: 'Hold a drill of the disaster notice' },
  problems: { ja: '報告された問題を直す', en: 'Settle reported problems' },
  leaflets: { ja: '配布シートを印刷し直す', en: 'Print sheets again' },
  passwords: { ja: 'まだサインインしていない人にリンクを渡す', en: 'Give a link to those who have not signed in yet' },
  number: { ja: '案内の電話番号を決める', en: 'Choose the number that people call' },
  untried: { ja: '転送先に電話がつながるか試す', en: 'Try whether calls reach their destinations' },
  twilio: { ja: '電話をつなぐ(技術担当者)', en: 'Connect the telephone (technician)' },
  backup: { ja: 'バックアップを取る(技術担当者)', en: 'Make a backup (technician)' },
} as const satisfies Readonly<Record<TaskKind, Text>>;

/** The overview, which is the first page of the console. */
export const overviewTexts = {
  title: { ja: '概要', en: 'Overview' },
  live: { ja: '今、電話で流れている版', en: 'What callers hear now' },
  'nothing-live': { ja: 'まだ公開した版がありません。', en: 'Nothing has been published yet.' },
  'live-forgotten': {
    ja: '公開中だった版が流れています。データベースが失われたため、ここでは見られません。',
    en: 'Callers hear the edition that was live before. It cannot be shown here, because the database was lost.',
  },
  call: { ja: '電話と同じように聞く', en: 'Hear it as on the telephone' },
  next: { ja: '次にすること', en: 'What to do next' },
  'nothing-to-do': {
    ja: '今、することはありません。文を変えるときは「案内の文」から始めてください。',
    en: 'There is nothing to do now. To change a text, begin with “Texts”.',
  },
  'nothing-to-know': { ja: '今、特に知らせることはありません。', en: 'There is no news now.' },
  pages: { ja: 'それぞれの画面でできること', en: 'What each page is for' },
  tasks,
  details: {
    colleagues: {
      ja: '文を承認できるのは、書いた人ではない人です。少なくとももう一人のアカウントが要ります。',
      en: 'A text is approved by somebody who has not written it, so at least one more person needs an account.',
    },
    passwords: {
      ja: 'パスワードを決めていないアカウントが{{count}}件あります:{{names}}',
      en: {
        one: '{{count}} account has no password yet: {{names}}',
        other: '{{count}} accounts have no password yet: {{names}}',
      },
    },
    number: {
      ja: '配布シートや災害の日の紙に書く電話番号が、まだ決まっていません。',
      en: 'The telephone number for the printed sheets and for the sheet “Disaster day” has not been chosen yet.',
    },
    untried: {
      ja: '一度も試していない番号が{{count}}件あります。試すまで、本番の電話はその番号につなぎません。',
      en: {
        one: '{{count}} telephone number was never tried. Until it is tried, no call is put through to it in production.',
        other:
          '{{count}} telephone numbers were never tried. Until they are tried, no call is put through to them in production.',
      },
    },
    twilio: {
      ja: 'Twilioのアカウントが設定されていないため、実際の電話は受けられません。技術担当者に設定を頼んでください。',
      en: 'No Twilio account is configured, so real calls are not answered. Ask the technician to configure one.',
    },
    'no-backup': {
      ja: '文や承認の記録のバックアップが、まだありません。技術担当者に頼んでください(方法は、付属の文書「運用」の「データベース」にあります)。',
      en: 'There is no backup of the texts and of the records of approval yet. Ask the technician to make one; the document “Operation” says how, under “The database”.',
    },
    'old-backup': {
      ja: '最後のバックアップは{{count}}日前です。技術担当者に頼んでください(方法は、付属の文書「運用」の「データベース」にあります)。',
      en: {
        one: 'The last backup was made {{count}} day ago. Ask the technician to make another; the document “Operation” says how, under “The database”.',
        other:
          'The last backup was made {{count}} days ago. Ask the technician to make another; the document “Operation” says how, under “The database”.',
      },
    },
  },
} as const satisfies Texts;
