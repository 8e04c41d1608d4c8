import type { TaskKind } from '../../frame/tasks.ts';
import type { Text, Texts } from '../../frame/text.ts';

/** The heading of each kind of task. */
const tasks = {
  notice: { ja: '災害のお知らせを確かめる', en: 'Look after the disaster notice' },
  drill: { ja: '訓練を終える', en: 'Finish the drill' },
  'first-edition': { ja: '最初の版ができるのを待つ', en: 'Wait for the first edition' },
  colleagues: { ja: '一緒に使う人のアカウントを作る', en: 'Add an account for a colleague' },
  'disaster-texts': { ja: '災害の文を承認する', en: 'Approve the disaster texts' },
  values: { ja: '見直し期限を過ぎた値を確かめる', en: 'Check values that are past their review date' },
  'sent-back': { ja: '戻された文を直す', en: 'Put texts right that were sent back' },
  remarks: { ja: 'ネイティブチェックの指摘を見る', en: 'Look at what native readers said' },
  translate: { ja: '翻訳する', en: 'Translate texts' },
  unfinished: { ja: '書きかけの文を仕上げる', en: 'Finish texts that are drafts' },
  approve: { ja: '文を聞いて承認する', en: 'Listen to texts and approve them' },
  'disaster-others': { ja: '災害の文をほかのことばでも承認する', en: 'Approve the disaster texts in more languages' },
  blocked: { ja: '公開の前に直す', en: 'Put right what cannot be published' },
  'awaits-approval': { ja: '変更が、ほかの人の承認を待っています', en: 'Changes wait for somebody else’s approval' },
  publish: { ja: '変更を公開する', en: 'Publish the changes' },
  'drill-due': { ja: '災害のお知らせの訓練をする', en: 'Hold a drill of the disaster notice' },
  problems: { ja: '報告された問題を直す', en: 'Settle reported problems' },
  leaflets: { ja: '配布シートを印刷し直す', en: 'Print sheets again' },
  passwords: { ja: 'まだサインインしていない人にリンクを渡す', en: 'Give a link to those who have not signed in yet' },
  number: { ja: '案内の電話番号を決める', en: 'Choose the number that people call' },
  untried: { ja: '転送先に電話がつながるか試す', en: 'Try whether calls reach their destinations' },
  twilio: { ja: '電話をつなぐ(技術担当者)', en: 'Connect the telephone (technician)' },
} as const satisfies Readonly<Record<TaskKind, Text>>;

/** The overview, which is the first page of the console. */
export const overviewTexts = {
  nav: { ja: '概要', en: 'Overview' },
  title: { ja: '概要', en: 'Overview' },
  live: { ja: '今、電話で流れている版', en: 'What callers hear now' },
  'nothing-live': { ja: 'まだ公開した版がありません。', en: 'Nothing has been published yet.' },
  call: { ja: '電話と同じように聞く', en: 'Hear it as by telephone' },
  next: { ja: '次にすること', en: 'What to do next' },
  'nothing-to-do': {
    ja: '今、することはありません。文を変えるときは「案内の文」から始めてください。',
    en: 'There is nothing to do now. To change a text, begin with "Texts".',
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
        one: '{{count}} number was never tried. Until it is, no call is put through to it.',
        other: '{{count}} numbers were never tried. Until they are, no call is put through to them.',
      },
    },
    twilio: {
      ja: 'Twilioのアカウントが設定されていないため、実際の電話は受けられません。技術担当者に設定を頼んでください。',
      en: 'No account at Twilio is set, so no real call is answered. Ask the technician to set it.',
    },
  },
} as const satisfies Texts;
