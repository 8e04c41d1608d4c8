import type { Texts } from '../../frame/text.ts';

/** What to do on the day of a disaster, on one A4 page. */
export const disasterCardTexts = {
  link: { ja: '災害の日の手順(A4一枚、印刷用)', en: 'What to do on the day (one sheet of A4, to print)' },
  title: { ja: '災害の日の手順', en: 'Disaster day' },
  print: {
    ja: 'ブラウザーの印刷(Ctrl+P)でA4一枚に印刷し、電話番号を書き入れて、当直の席に置いてください。種類や場所を変えて公開したら、印刷し直します。',
    en: 'Print it with the browser (Ctrl+P) on one sheet of A4, write the telephone numbers in, and keep it at the desk of the officer on duty. Print it again when kinds or places have changed and been published.',
  },
  lead: {
    ja: '初めての人も、上から順に進めればできます。この紙にパスワードは書かないでください。',
    en: 'Even somebody who has never done this can do it: follow the steps in their order. Never write a password on this sheet.',
  },
  'none-title': { ja: '印刷できません', en: 'There is nothing to print' },
  none: {
    ja: '今流れている版には、災害のお知らせの文がありません。文を用意して公開すると印刷できます。',
    en: 'The edition that callers hear has no texts for a disaster notice. Write them and publish; then it can be printed.',
  },
  step: {
    'sign-in': { ja: 'パソコンのブラウザーで開く:', en: 'Open in a browser:' },
    open: { ja: 'メニューの「{{menu}}」を押す', en: 'Press “{{menu}}” in the menu' },
    'fill-in': {
      ja: '「{{kind}}」を一つ選び、「{{places}}」と「{{actions}}」に印を付ける',
      en: 'Choose “{{kind}}”, tick “{{places}}” and “{{actions}}”',
    },
    confirm: { ja: '「{{confirm}}」を押す(まだ流れません)', en: 'Press “{{confirm}}” (nobody hears it yet)' },
    'switch-on': { ja: '「{{on}}」を押す', en: 'Press “{{on}}”' },
    call: {
      ja: '自分の電話でかけて、聞こえることを確かめる',
      en: 'Call the line yourself and make sure that you hear it',
    },
    renew: {
      ja: '6時間ごとに、「{{menu}}」を開いて「{{renew}}」を押す',
      en: 'Every six hours, open “{{menu}}” and press “{{renew}}”',
    },
    end: {
      ja: '終わったら「{{end}}」を押し、次の画面でもう一度押す',
      en: 'When it is over, press “{{end}}”, and once more on the next page',
    },
  },
  how: {
    'sign-in': {
      ja: 'ユーザー名とパスワードを入れて「{{signIn}}」を押します。',
      en: 'Write name and password and press “{{signIn}}”. “English” at the top right changes the language.',
    },
    open: {
      ja: '今お知らせが流れているかどうかも、ここで分かります。',
      en: 'This page also says whether a notice is on now.',
    },
    'fill-in': {
      ja: '印は大事なものを三つまで。「{{at}}」は今の時刻が入っています。「{{until}}」は空のままでかまいません。',
      en: 'Tick only the most important ones, three at most. “{{at}}” holds the present time; “{{until}}” may stay empty.',
    },
    confirm: {
      ja: '日本語と英語の文を読み、何が・どこで・どうするかを確かめます。黄色の注意も読みます。違うときは「{{back}}」。',
      en: 'Read the English and the Japanese, and yellow warnings. If something is wrong, press “{{back}}”.',
    },
    'switch-on': {
      ja: '「{{done}}」と出たら流れています。黄色で出たら、承認する人に電話します。下の欄に時刻と名前を書きます。',
      en: '“{{done}}” means that callers hear it. If the answer is yellow, telephone an approver. Write time and name below.',
    },
    call: { ja: '番号:', en: 'Number:' },
    renew: {
      ja: '内容が変わったときは「{{change}}」の欄を直し、4と5をもう一度行います。',
      en: 'If something has changed, change it under “{{change}}” and do 4 and 5 again.',
    },
    end: {
      ja: 'すぐに、ふだんの案内に戻ります。下の欄に時刻と名前を書きます。',
      en: 'The line goes back to its ordinary guidance at once. Write time and name below.',
    },
  },
  'number-blank': { ja: '案内の電話番号', en: 'the number of the line' },
  'heard-title': { ja: '電話をかけてきた人に聞こえるもの', en: 'What callers hear' },
  heard: {
    new: {
      ja: '新しい電話:最初に、災害があること(やさしい日本語と英語)。ことばを選ぶと、そのことばのお知らせ。',
      en: 'New calls: a warning in Easy Japanese and English, then the notice in the language they choose.',
    },
    'in-progress': {
      ja: '今つながっている電話:次にキーを押したときに聞こえます。',
      en: 'Calls in progress: callers hear it when they press the next key.',
    },
    'not-approved': {
      ja: '承認が済んでいないことば:やさしい日本語と英語で聞こえます。その二つも済んでいなければ、「とても危ない」ということと緊急の番号だけです。それでも流してかまいません。',
      en: 'Languages that are not approved: callers hear it in Easy Japanese and English; if these are not approved either, only that there is great danger, and the emergency numbers. Switch it on all the same.',
    },
    person: {
      ja: '流れている間は、窓口につなぎません。ふだんの説明は、お知らせのあとにキー1で聞けます。',
      en: 'While it is on, nobody is put through. After the notice, key 1 leads to the ordinary explanations.',
    },
  },
  'log-title': { ja: '記録', en: 'Record' },
  log: {
    on: { ja: '流した', en: 'On' },
    renewed: { ja: '今も正しい', en: 'Still right' },
    off: { ja: '終わり', en: 'Off' },
  },
  when: { ja: '日時', en: 'Day and time' },
  who: { ja: '名前', en: 'Name' },
  'trouble-title': {
    ja: '画面が開かないとき、入れないとき、「保存できませんでした」と出たとき',
    en: 'If the page does not open, does not let you in, or says “It could not be saved”',
  },
  technician: {
    ja: '技術担当者に電話し、下の言葉で「何が起きたか・場所・してほしいこと」を伝えます。',
    en: 'Telephone the technician and say in the words below what has happened, where, and what to do.',
  },
  'technician-number': { ja: '電話', en: 'Telephone' },
  'technician-name': { ja: '名前', en: 'Name' },
  typed: {
    ja: '技術担当者がサーバーで打つもの(この画面がなくても使えます)',
    en: 'What the technician types on the server (this works without the console)',
  },
  repeat: {
    ja: '場所と行動は、--place と --action をくり返して何個でも入れられます。なくてもかまいません。',
    en: 'Repeat --place and --action for as many as are needed, or leave them out.',
  },
  kind: { ja: '種類', en: 'KIND' },
  place: { ja: '場所', en: 'PLACE' },
  action: { ja: '行動', en: 'ACTION' },
  command: {
    status: { ja: '今の状態', en: 'whether a notice is on' },
    renew: { ja: '今も正しい', en: 'still right' },
    off: { ja: '終わりにする', en: 'end it' },
  },
  footer: { ja: '第{{number}}版 · {{when}}', en: 'Edition {{number}} · {{when}}' },
} as const satisfies Texts;
