import type { Texts } from '../../frame/text.ts';

/** Drills of the disaster notice. */
export const drillTexts = {
  title: { ja: '訓練', en: 'Drills' },
  'who-may': {
    ja: '訓練は、編集者、承認者、管理者が始められます。',
    en: 'Editors, approvers and administrators can begin a drill.',
  },
  about: {
    ja: '災害の日と同じ二つの手順(文を選ぶ、確かめて流す)を、電話をかけてきた人には何も聞かせずに行います。月に一度、当番の人が行ってください。かかった時間と結果を記録します。',
    en: 'The same two steps as on the day (choose the words, confirm and switch on), while callers hear nothing of it. Whoever is on duty should do it once a month. How long it took and the result are recorded.',
  },
  due: { ja: '前の訓練から1か月たっています', en: 'The last drill was a month ago or longer' },
  never: { ja: 'まだ一度も訓練をしていません', en: 'There has not been a drill yet' },
  begin: { ja: '訓練を始める', en: 'Begin a drill' },
  'go-on': { ja: '訓練の画面へ', en: 'Go on with the drill' },
  held: { ja: '訓練の記録', en: 'Drills that were held' },
  when: { ja: '始めた日時', en: 'Begun' },
  who: { ja: '行った人', en: 'By' },
  what: { ja: '流した文', en: 'What was said' },
  took: { ja: '流すまでの時間', en: 'Time until it was on' },
  outcome: { ja: '結果', en: 'Result' },
  between: { ja: ' / ', en: ' / ' },
  seconds: { ja: '{{count}}秒', en: { one: '{{count}} second', other: '{{count}} seconds' } },
  minutes: { ja: '{{minutes}}分{{seconds}}秒', en: '{{minutes}} min {{seconds}} s' },
  outcomes: {
    right: { ja: '正しく聞こえた', en: 'It was heard as it should be' },
    wrong: { ja: '直すところがあった', en: 'Something has to be put right' },
    stopped: { ja: '途中でやめた', en: 'Given up' },
    going: { ja: '訓練中', en: 'In progress' },
    left: { ja: '終わりの記録なし', en: 'No end recorded' },
  },
  'page-title': { ja: '災害のお知らせの訓練', en: 'Drill of the disaster notice' },
  banner: {
    ja: '訓練です。電話をかけてきた人には、訓練の内容は何も聞こえません。',
    en: 'This is a drill. Nobody who calls hears anything of it.',
  },
  steps: { ja: '訓練の手順', en: 'Steps of the drill' },
  step: {
    choose: { ja: '文を選ぶ', en: 'Choose the words' },
    confirm: { ja: '確かめて流す', en: 'Confirm and switch on' },
    listen: { ja: '聞いて記録する', en: 'Listen and record' },
  },
  begun: { ja: '{{who}}が{{when}}に始めました。', en: '{{who}} began it on {{when}}.' },
  pressed: {
    ja: '始めてから流すまで{{took}}でした。',
    en: 'It took {{took}} from the beginning of the drill until the notice was on.',
  },
  'listen-title': { ja: '聞いて確かめる', en: 'Listen to it' },
  call: {
    ja: 'リハーサル電話で、かけてきた人と同じように聞く',
    en: 'Hear it on the rehearsal phone, as callers would hear it',
  },
  'record-title': { ja: '結果を記録して終わる', en: 'Record the result and end the drill' },
  'outcome-question': { ja: '聞こえた内容は正しかったですか', en: 'Was the notice heard as it should be?' },
  comment: { ja: '気がついたこと', en: 'What you noticed' },
  'comment-help': {
    ja: '直すところがあったときは、必ず書いてください。',
    en: 'If something has to be put right, say what.',
  },
  end: { ja: '記録して訓練を終わる', en: 'Record it and end the drill' },
  stop: { ja: '訓練を途中でやめる', en: 'Give the drill up' },
  wrong: {
    outcome: { ja: 'どちらかを選んでください。', en: 'Choose one of the two.' },
    comment: { ja: '直すところを書いてください。', en: 'Write what has to be put right.' },
  },
  done: {
    recorded: { ja: '訓練を記録しました。', en: 'The drill is recorded.' },
    stopped: { ja: '訓練をやめました。', en: 'The drill was given up.' },
  },
  'banner-due': {
    ja: '災害のお知らせの訓練をしてください(前の訓練:{{last}})。',
    en: 'It is time for a drill of the disaster notice (the last one: {{last}}).',
  },
  'banner-never': {
    ja: '災害のお知らせの訓練を、まだ一度もしていません。',
    en: 'There has not been a drill of the disaster notice yet.',
  },
} as const satisfies Texts;
