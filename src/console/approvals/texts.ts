import type { Texts } from '../../frame/text.ts';

/** The pages on which texts are listened to and approved. */
export const approvalsTexts = {
  nav: { ja: '承認', en: 'Approve' },
  about: {
    ja: '書いた人とは別の人が電話の音で聞き、流してよい文を承認します。',
    en: 'Listen to texts of other authors at telephone quality, and approve what callers may hear.',
  },
  title: { ja: '承認', en: 'Approve' },
  news: { ja: '承認を待つ文が{{count}}件あります。', en: 'Texts that wait for approval: {{count}}.' },
  'news-live': {
    ja: '承認を待つ文が{{count}}件、流れているのに承認されていない文が{{live}}件あります。',
    en: 'Texts that wait for approval: {{count}}. Heard by callers and approved by nobody: {{live}}.',
  },
  intro: {
    ja: 'ここでの承認は音声の確認です。決裁は文書管理システムで行います。変えた文は、書いた人とは別の人が聞いて承認すると公開できます。承認は、聞いた言葉と音声そのものに付きます。言葉・番号・キー・声のどれかが変わると、もう一度承認が要ります。',
    en: 'An approval here is about the sound; the office’s decision is made in its document system. What was changed can be published when somebody other than its author has listened to it and approved it. An approval is valid only for the exact words and sounds: when a word, a value, a key or the voice changes, a new approval is needed.',
  },
  languages: { ja: '言語を選ぶ', en: 'Choose a language' },
  'all-languages': { ja: 'すべての言語', en: 'All languages' },
  count: { ja: '{{count}}件', en: '{{count}}' },
  'news-title': { ja: '新しく流す文({{count}}件)', en: 'To be heard for the first time ({{count}})' },
  'live-title': {
    ja: 'もう流れていて、承認されていない文({{count}}件)',
    en: 'Heard by callers already and approved by nobody ({{count}})',
  },
  left: {
    ja: 'このほかに{{count}}件あります。言語を選ぶと、その言語の文がすべて表示されます。',
    en: {
      one: 'There is {{count}} more. Choose a language to see all of its texts.',
      other: 'There are {{count}} more. Choose a language to see all of its texts.',
    },
  },
  'about-approving': { ja: '承認について', en: 'About approving' },
  'of-language': { ja: '承認({{language}})', en: 'Approve ({{language}})' },
  nothing: { ja: 'この言語で承認を待つ文はありません。', en: 'No text of this language waits for approval.' },
  'nothing-anywhere': { ja: '承認を待つ文はありません。', en: 'No text waits for approval.' },
  how: {
    ja: '印を付けた文を続けて聞き、聞いた文をまとめて承認します。直してほしい文は印を外し、コメントを付けて差し戻します。',
    en: 'Listen to the ticked texts in a row, then approve together what you have heard. Untick each text that needs a correction, and send it back with a comment.',
  },
  'read-only': {
    ja: 'あなたの役割では承認できません。承認者か管理者に頼んでください。',
    en: 'Your role may not approve; ask an approver or an administrator.',
  },
  'listen-ticked': { ja: '印を付けた文を続けて聞く', en: 'Listen to the ticked texts in a row' },
  'listen-one': { ja: 'この文を聞く', en: 'Listen to this text' },
  'approve-heard': { ja: '印を付けて聞いた文を承認する', en: 'Approve what is ticked and heard' },
  reviewed: {
    ja: 'この言語を母語とする人が読んで確かめました',
    en: 'A native reader of this language has checked the ticked texts',
  },
  reader: { ja: '読んだ人の名前', en: 'The reader’s name' },
  'reader-help': {
    ja: '上に印を付けたときに書いてください。印を付けた文の「ネイティブチェック」が済みになります。',
    en: 'Fill this in if you tick the box above. The ticked texts then count as read by a native reader.',
  },
  listening: {
    ja: '再生中({{count}}文、{{seconds}}秒)',
    en: {
      one: 'Playing now ({{count}} text, {{seconds}} seconds)',
      other: 'Playing now ({{count}} texts, {{seconds}} seconds)',
    },
  },
  player: { ja: '電話で流れる音声', en: 'What callers hear' },
  'by-itself': {
    ja: '最後まで再生すると、聞いたことを自動で記録します。',
    en: 'When the sound has played to its end, it is recorded automatically that you have heard it.',
  },
  skipped: {
    ja: '飛ばしたところがあります。聞いていないところを再生してください。',
    en: 'Part of the sound was skipped; play what you have not heard.',
  },
  progress: { ja: '再生中({{place}}/{{count}}文)', en: 'Playing now (text {{place}} of {{count}})' },
  blocked: {
    ja: 'ブラウザーが再生を止めました。再生ボタンを押してください。',
    en: 'The browser does not let sound begin by itself; press play.',
  },
  unplayable: {
    ja: '音声を再生できません。下でファイルに保存して、ほかの端末で聞いてください。',
    en: 'The sound cannot be played here. Save it as a file below and listen to it on another computer.',
  },
  previous: { ja: '前の文', en: 'Previous text' },
  next: { ja: '次の文', en: 'Next text' },
  keys: {
    ja: 'キーで操作する(スペース:再生と一時停止、j:次の文、k:前の文)',
    en: 'Use keys (space: play and pause, j: next text, k: previous text)',
  },
  heard: { ja: '最後まで聞きました', en: 'I have heard it to the end' },
  elsewhere: {
    begin: {
      ja: '印を付けた文をファイルで聞く(音の出ない端末)',
      en: 'Hear the ticked texts as a file (without sound here)',
    },
    title: { ja: 'この画面で音声を再生できないとき', en: 'If this screen cannot play the sound' },
    about: {
      ja: '音声をファイルで保存し、ほかの機器で最後まで聞いてから、この画面に戻ってください。ファイルで聞いたことは、操作の記録に残ります。',
      en: 'Save the sound as a file, listen to it to the end on another machine, then come back to this page. The audit records that you heard it as a file.',
    },
    statement: {
      ja: '保存したファイルを、ほかの機器で最後まで聞きました。',
      en: 'I have listened to the saved file to the end on another machine.',
    },
    submit: { ja: '聞きました(ファイルで)', en: 'I have heard it (as a file)' },
    unsaid: {
      ja: '「保存したファイルを、ほかの機器で最後まで聞きました」に印を付けてください。まだのときは、先に聞いてください。',
      en: 'Tick that you have listened to the saved file to the end; if you have not, listen first.',
    },
  },
  'is-heard': { ja: '聞きました', en: 'Heard' },
  'is-old': {
    ja: '下書きは別の内容に変わっていますが、電話ではまだこの文が流れています。',
    en: 'The draft has changed since, but callers still hear this.',
  },
  'is-own': {
    ja: 'あなたが書いた、または値を変えた文です。ほかの人に承認を頼んでください。',
    en: 'You wrote this text or changed a value in it; ask somebody else to approve it.',
  },
  source: { ja: '元の文', en: 'Source text' },
  changed: { ja: '今流れている文からの変更', en: 'Changes from what callers hear now' },
  'sounds-other': {
    ja: '言葉は同じですが、番号・日付・キー・声のどれかが変わりました。今は次のように流れています。',
    en: 'The words are the same, but a value, a key or the voice has changed. Callers now hear:',
  },
  tick: { ja: '選ぶ', en: 'Choose' },
  'tick-which': { ja: ' {{prompt}}({{language}})', en: ' {{prompt}} ({{language}})' },
  'send-back': { ja: '差し戻す', en: 'Send back' },
  'send-back-button': { ja: 'コメントを付けて差し戻す', en: 'Send back with this comment' },
  comment: { ja: '直してほしいところ', en: 'What to correct' },
  'comment-help': { ja: '書いた人に見えます。', en: 'The author will see it.' },
  'unknown-title': { ja: '見つかりません', en: 'Not found' },
  unknown: {
    ja: 'この言語または文はありません。一覧から選び直してください。',
    en: 'There is no such language or text; choose one from the list.',
  },
  emergency: {
    ja: '{{when}}に{{who}}が、承認のない内容を緊急に公開しました(未承認の文 {{count}}件、理由:{{reason}})。聞いて承認してください。',
    en: 'On {{when}}, {{who}} published unapproved texts in an emergency (texts not approved: {{count}}, reason: {{reason}}). Listen to them and approve them.',
  },
  mark: {
    ja: '承認されていない文が{{count}}件あります',
    en: { one: '{{count}} text is not approved', other: '{{count}} texts are not approved' },
  },
  'all-approved': { ja: 'すべての文が承認されています', en: 'All texts are approved' },
  'no-news': {
    ja: '新しい文で承認を待つものはありません。次は「公開」です。下は、前から流れている文です。',
    en: 'No new text waits for approval. Go on to “Publish”. Below are texts that callers have heard for some time.',
  },
  done: {
    approved: {
      ja: '承認しました。すべて承認されたら、「公開」へ進んでください。',
      en: 'Approved. Once everything is approved, go on to “Publish”.',
    },
    'approved-heard': {
      ja: '聞いた文を承認しました。まだ聞いていない文が残っています。',
      en: 'What you have heard is approved. Other ticked texts have not been heard yet.',
    },
    'sent-back': {
      ja: '差し戻しました。コメントは文の画面に表示されます。',
      en: 'Sent back. The comment is shown on the text’s page.',
    },
    heard: {
      ja: '最後まで聞いたことを記録しました。よければ承認してください。',
      en: 'It is recorded that you have heard it to the end. Approve it if it is right.',
    },
    'heard-changed': {
      ja: '最後まで聞いたことを記録しました。その間に変わった文は、もう一度聞いてください。',
      en: 'It is recorded that you have heard it to the end. Listen once more to the texts that changed meanwhile.',
    },
  },
  'without-sound': { ja: '音声のない文:{{prompts}}', en: 'Without sound: {{prompts}}' },
  wrong: {
    'not-spoken': {
      ja: '音声を作れない文がありました。何も承認していません。少し待って、もう一度試してください。続くときは、その文の言い回しを変えてください。',
      en: 'Some texts could not be spoken, so nothing was approved. Wait a little and try again. If this continues, write these texts in other words.',
    },
    'not-allowed': { ja: 'あなたの役割では承認できません。', en: 'Your role may not approve.' },
    'nothing-chosen': { ja: '文に印を付けてください。', en: 'Tick a text.' },
    'no-reader': { ja: '読んで確かめた人の名前を書いてください。', en: 'Write the name of the native reader.' },
    'too-long': {
      ja: '10分より長い文は聞けません。短い文に分けるよう、書いた人に頼んでください。',
      en: 'A text of more than ten minutes cannot be listened to; ask its author to make it shorter.',
    },
    'no-comment': { ja: '直してほしいところを書いてください。', en: 'Write what to correct.' },
    changed: {
      ja: '画面を開いたあとで文か音声が変わりました。もう一度聞いてください。',
      en: 'Words or sounds have changed since the page was opened; listen once more.',
    },
    'too-short': {
      ja: 'まだ最後まで聞いていません。あと{{count}}秒ほど聞いてください。',
      en: {
        one: 'You have not heard it to the end yet; listen for another {{count}} second.',
        other: 'You have not heard it to the end yet; listen for another {{count}} seconds.',
      },
    },
    unknown: {
      ja: '聞いている文が見つかりません。もう一度「聞く」から始めてください。',
      en: 'This listening cannot be found; start to listen again.',
    },
  },
  refused: {
    own: {
      ja: '自分が書いた、または値を変えた文は承認できません。ほかの人に頼んでください:{{prompts}}',
      en: 'You wrote these texts or changed a value in them; ask somebody else: {{prompts}}',
    },
    'not-heard': {
      ja: '承認する前に、最後まで聞いてください:{{prompts}}',
      en: 'Listen to these to the end before you approve them: {{prompts}}',
    },
    changed: {
      ja: '画面を開いたあとで文か音声が変わりました。もう一度聞いてください:{{prompts}}',
      en: 'Words or sounds have changed since the page was opened; listen once more: {{prompts}}',
    },
    'approved-already': { ja: 'もう承認されています:{{prompts}}', en: 'These are approved already: {{prompts}}' },
    'not-ready': {
      ja: '書きかけか要見直しの文は承認できません:{{prompts}}',
      en: 'These are drafts or need review, and cannot be approved: {{prompts}}',
    },
  },
} as const satisfies Texts;
