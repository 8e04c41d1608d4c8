import type { Texts } from '../../frame/text.ts';

/** The disaster notice. */
export const disasterTexts = {
  nav: { ja: '災害のお知らせ', en: 'Disaster notice' },
  about: {
    ja: '災害のとき、すべての電話で最初に流れるお知らせを入れたり切ったりします。',
    en: 'Switch on and off what every caller hears first in a disaster.',
  },
  title: { ja: '災害のお知らせ', en: 'Disaster notice' },
  lacking: {
    ja: '電話をかけたすべての人に最初に流れることばで、まだ承認されていません:{{languages}}。今のままでは、災害のとき、お知らせの内容を流せません。',
    en: 'Not approved yet in the languages that everybody hears first: {{languages}}. In a disaster, the notice itself could not be heard.',
  },
  'lacking-ask': { ja: '承認者に頼んでください。', en: 'Ask an approver.' },
  'lacking-others': {
    ja: 'まだ承認されていません:{{languages}}。これらのことばの人には、最初のことばで流れます。',
    en: 'Not approved yet: {{languages}}. Callers of these languages hear the notice in the languages that everybody hears first.',
  },
  none: {
    ja: '今流れている版には、災害のお知らせの文がありません。文を用意して公開すると使えるようになります。',
    en: 'The edition that callers hear has no texts for a disaster notice. Write them and publish; then it can be used.',
  },
  'read-only': {
    ja: 'あなたの役割では、お知らせを入れたり切ったりできません。編集者、承認者、管理者ができます:{{names}}。',
    en: 'Your role cannot switch the notice on or off. Editors, approvers and administrators can: {{names}}.',
  },
  now: {
    off: { ja: '今、災害のお知らせは流れていません。', en: 'No disaster notice is on now.' },
    on: { ja: '災害のお知らせが流れています', en: 'A disaster notice is on' },
    unheard: {
      ja: '災害のお知らせを入れましたが、聞こえていません',
      en: 'A disaster notice is switched on, but nobody hears it',
    },
  },
  kind: { ja: '何が起きたか', en: 'What has happened' },
  places: { ja: '場所', en: 'Where' },
  'places-help': {
    ja: '複数選べます。選ばなければ、場所は言いません。',
    en: 'You can choose several. If you choose none, no place is said.',
  },
  actions: { ja: 'してほしいこと', en: 'What people should do' },
  'actions-help': {
    ja: '複数選べます。大事なものを三つまで選ぶと伝わりやすくなります。',
    en: 'You can choose several; up to three of the most important are understood best.',
  },
  at: { ja: 'いつのお知らせか', en: 'Time of the notice' },
  'at-help': {
    ja: '電話で「○月○日○時○分のお知らせです」と言います。',
    en: 'The line says “This is the notice of …” with this day and time.',
  },
  since: { ja: '始まり', en: 'On since' },
  by: { ja: '入れた人、最後に変えた人', en: 'Switched on or last changed by' },
  confirmed: { ja: '正しいと確かめた日時', en: 'Last confirmed' },
  'confirm-again': {
    ja: '{{when}}(次は{{due}}までに確かめてください)',
    en: '{{when}} (confirm it again before {{due}})',
  },
  until: { ja: '終わり', en: 'Ends' },
  'until-off': { ja: '終わりにするまで', en: 'when it is switched off' },
  'until-help': {
    ja: '入れなければ、終わりにするまで流れます。',
    en: 'If you leave this empty, the notice stays on until it is switched off.',
  },
  still: {
    ja: 'このお知らせは、{{when}}に確かめたものです。今も正しいですか。',
    en: 'This notice was last confirmed on {{when}}. Is it still right?',
  },
  renew: { ja: '今も正しい', en: 'It is still right' },
  end: { ja: 'お知らせを終わりにする', en: 'Switch the notice off' },
  change: { ja: 'お知らせを変える', en: 'Change the notice' },
  start: { ja: 'お知らせを流す', en: 'Switch a notice on' },
  'what-happens': {
    ja: '流すとすぐに、新しくかかってきた電話では最初に、今つながっている電話では次にキーを押したときに聞こえます。流れている間、電話は窓口につなぎません。マイナンバーの説明は、キーを押すと聞けます。',
    en: 'From that moment, new callers hear it first, and calls in progress hear it when the caller presses the next key. While it is on, nobody is put through to an office, and callers press a key to hear the explanation of My Number.',
  },
  'to-confirm': { ja: '流れる文を確かめる', en: 'See what will be heard' },
  'confirm-title': {
    on: { ja: 'この内容で流しますか', en: 'Switch this on?' },
    drill: { ja: '訓練:この内容で流しますか', en: 'Drill: switch this on?' },
  },
  'confirm-lead': {
    on: {
      ja: '押すとすぐに、電話をかけてきたすべての人に流れます。',
      en: 'When you press the button, everybody who calls will hear it at once.',
    },
    drill: {
      ja: '災害の日は、押すとすぐにすべての人に流れます。訓練では、リハーサル電話だけに流れます。',
      en: 'On the day, everybody who calls will hear it at once. In a drill, only the rehearsal phone plays it.',
    },
  },
  'do-it': {
    on: { ja: '今すぐ流す', en: 'Switch it on now' },
    drill: { ja: '今すぐ流す(訓練)', en: 'Switch it on now (drill)' },
  },
  'off-title': { ja: 'お知らせを終わりにしますか', en: 'Switch the notice off?' },
  'off-lead': {
    ja: '押すとすぐに、電話はふだんの案内に戻ります。',
    en: 'When you press the button, the line goes back to its ordinary guidance at once.',
  },
  back: { ja: '何も変えずに戻る', en: 'Do nothing and go back' },
  heard: { ja: 'ことばごとに聞こえる文', en: 'What is heard in each language' },
  'heard-now': { ja: '今、ことばごとに聞こえる文', en: 'What is heard in each language now' },
  'not-heard': {
    ja: '今流れている版にこのお知らせの文がないため、電話をかけてきた人にこのお知らせは聞こえません。お知らせを終わりにするか、文のある版を公開してください。',
    en: 'Callers do not hear this notice, because the edition that is live lacks its texts. Switch the notice off, or publish an edition with them.',
  },
  own: { ja: 'このことばで流れます', en: 'Heard in this language' },
  'in-others': { ja: '{{languages}}で流れます', en: 'Heard in {{languages}}' },
  'safety-alone': { ja: 'この文だけが流れます', en: 'Only these words are heard' },
  'not-approved': {
    ja: '承認されていない文があるため、お知らせは{{languages}}で聞こえます。',
    en: 'Some of the texts in this language are not approved, so the notice is heard in {{languages}}.',
  },
  'only-safety': {
    ja: '承認されていない文があるため、「とても危ない」ということと緊急の番号だけが、{{languages}}で聞こえます。',
    en: 'Some of the texts are not approved, so callers hear only that there is great danger, and the emergency numbers, in {{languages}}.',
  },
  others: {
    ja: 'ほかのことば({{count}})で聞こえる文',
    en: { one: 'What is heard in {{count}} more language', other: 'What is heard in {{count}} more languages' },
  },
  listen: { ja: '聞こえる音声({{language}})', en: 'The sound ({{language}})' },
  'nobody-approved': {
    ja: 'この内容の文は、どのことばでも承認されていません。今流すと、「とても危ない」ということと緊急の番号だけが聞こえます。先に承認すると、お知らせの内容が流れます。',
    en: 'These texts are not approved in any language. If you switch the notice on now, callers hear only that there is great danger, and the emergency numbers. Once they are approved, callers hear the notice itself.',
  },
  'approved-unknown': {
    ja: 'どの文が承認されているかを、今は読めません。読めるようになるまで、「とても危ない」ということと緊急の番号だけが聞こえます。下の言葉も、そのときのものです。',
    en: 'It is not known at the moment which texts are approved. Until it is, callers hear only that there is great danger, and the emergency numbers, as shown below.',
  },
  'to-approve': { ja: '災害の文の承認へ', en: 'Approve the disaster texts' },
  'ask-approver': { ja: '承認できる人:{{names}}', en: 'Who can approve: {{names}}' },
  chosen: { ja: '選んだ内容', en: 'What was chosen' },
  'unapproved-now': {
    ja: 'この内容の文は、どのことばでも承認されていません。今は、「とても危ない」ということと緊急の番号だけが流れています。「災害の文の承認」で承認すると、すぐにその文が流れます。',
    en: 'These texts are not approved in any language. Callers now hear only that there is great danger, and the emergency numbers. As soon as they are approved under “Approve the disaster texts”, callers hear them.',
  },
  contradiction: {
    ja: '「{{action}}」と「{{other}}」を一緒に言うと、危ないことがあります。この組み合わせでよいか、確かめてください。',
    en: '“{{action}}” together with “{{other}}” can be dangerous. Please make sure that both are meant.',
  },
  'not-kept': {
    ja: '切り替えは効いていますが、保存できませんでした。サービスを再起動すると元に戻ります。すぐに技術担当者へ知らせてください。',
    en: 'The change is in effect, but it could not be saved. When the service is started again, the change will be lost. Tell the technician at once.',
  },
  'not-kept-title': { ja: '保存できませんでした', en: 'It could not be saved' },
  banner: { ja: '災害のお知らせが流れています({{since}}から)。', en: 'A disaster notice is on (since {{since}}).' },
  'banner-renew': {
    ja: '災害のお知らせが流れています({{since}}から)。今も正しいか、確かめてください。',
    en: 'A disaster notice is on (since {{since}}). Please check that it is still right.',
  },
  'banner-unheard': {
    ja: '災害のお知らせを入れましたが、今流れている版に文がないため、聞こえていません({{since}}から)。',
    en: 'A disaster notice is switched on, but the live edition lacks its texts: nobody hears it (since {{since}}).',
  },
  'banner-safety': {
    ja: '災害のお知らせは、承認された文がないため、「とても危ない」ということだけが流れています({{since}}から)。',
    en: 'Callers hear only the safety text of the disaster notice, because its texts are not approved in any language (since {{since}}).',
  },
  'banner-unready': {
    ja: '災害の文が、まだ承認されていません({{languages}})。今のままでは、災害のとき、お知らせの内容を流せません。',
    en: 'The disaster texts are not approved yet in {{languages}}: in a disaster, the notice itself could not be heard.',
  },
  'banner-unready-some': {
    ja: '災害の文が、{{languages}}ではまだ承認されていません。',
    en: 'The disaster texts are not approved yet in {{languages}}.',
  },
  'banner-drill': {
    ja: '災害の訓練中です({{since}}から)。電話をかけてきた人には聞こえません。',
    en: 'A disaster drill is going on (since {{since}}). Callers do not hear it.',
  },
  wrong: {
    'no-disaster': {
      ja: '今流れている版には、災害のお知らせの文がありません。',
      en: 'The edition that callers hear has no texts for a disaster notice.',
    },
    kind: { ja: '何が起きたかを一つ選んでください。', en: 'Choose what has happened.' },
    places: {
      ja: '選んだ場所は、今流れている版にありません。選び直してください。',
      en: 'A place that was chosen is not in the edition that callers hear; choose again.',
    },
    actions: {
      ja: '選んだことは、今流れている版にありません。選び直してください。',
      en: 'One of the actions that were chosen is not in the edition that callers hear; choose again.',
    },
    at: { ja: 'お知らせの日と時刻を入れてください。', en: 'Write the day and the time of the notice.' },
    'at-later': {
      ja: 'お知らせの時刻が今より後です。今か、それより前の時刻にしてください。',
      en: 'The time of the notice is later than now; write a time that has come.',
    },
    until: {
      ja: '終わりの日と時刻を、正しく入れてください。',
      en: 'Write the day and the time at which the notice ends, or leave both out.',
    },
    'until-earlier': {
      ja: '終わりの時刻が過ぎています。今より後の時刻にするか、空けてください。',
      en: 'The end has passed already; write a later time, or leave the end out.',
    },
  },
  done: {
    on: { ja: '災害のお知らせを流しています。', en: 'The disaster notice is on.' },
    'but-on-unapproved': {
      ja: '災害のお知らせを流しましたが、文が承認されていないため、電話では「とても危ない」ということと緊急の番号だけが聞こえます。承認する人に、すぐ知らせてください。',
      en: 'The disaster notice is on, but its texts are not approved. Callers hear only that there is great danger, and the emergency numbers. Tell an approver at once.',
    },
    off: { ja: '災害のお知らせを終わりにしました。', en: 'The disaster notice is off.' },
    renewed: { ja: '今も正しいことを記録しました。', en: 'It was recorded that the notice is still right.' },
    'drill-on': {
      ja: '訓練を始めました。リハーサル電話で聞けます。',
      en: 'The drill has begun. Hear it on the rehearsal phone.',
    },
    'but-drill-unapproved': {
      ja: '訓練を始めましたが、文が承認されていないため、リハーサル電話でも「とても危ない」ということと緊急の番号だけが聞こえます。本番でも同じです。',
      en: 'The drill has begun, but its texts are not approved. On the rehearsal phone, too, you hear only that there is great danger, and the emergency numbers. On the day it would be the same.',
    },
  },
} as const satisfies Texts;
