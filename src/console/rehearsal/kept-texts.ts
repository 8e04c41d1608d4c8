import type { Texts } from '../../frame/text.ts';

/** What is stored about rehearsals: problem reports, and calls that are kept as tests. */
export const rehearsalKeptTexts = {
  problems: {
    title: { ja: '問題の報告', en: 'Reported problems' },
    new: { ja: '問題を報告', en: 'Report a problem' },
    about: {
      ja: '聞いて気づいたことを、文と音の秒数と一緒に書いておきます。',
      en: 'What was noticed while listening, with the text and the second of the sound.',
    },
    none: { ja: 'まだ報告はありません。', en: 'Nothing has been reported.' },
    'new-about': {
      ja: 'この文について報告します:{{text}}',
      en: 'About this text: {{text}}',
    },
    second: { ja: '音声の何秒目か', en: 'Second of the sound' },
    'second-help': {
      ja: '言葉だけの問題のときは、空にしてください。',
      en: 'Leave this empty if the problem is only about the words.',
    },
    comment: { ja: '何が問題か', en: 'What is wrong' },
    'comment-help': {
      ja: 'だれが読んでも分かるように書いてください。この電話の設定と操作も一緒に残ります。',
      en: 'Write it so that anybody understands. The settings and keys of this call are kept with it.',
    },
    send: { ja: '報告する', en: 'Report it' },
    cancel: { ja: '電話に戻る', en: 'Back to the call' },
    at: { ja: '{{second}}秒目', en: 'Second {{second}}' },
    by: { ja: '{{when}} {{who}}', en: '{{when}} {{who}}' },
    call: { ja: 'その電話をもう一度聞く', en: 'Hear that call again' },
    open: { ja: '未解決', en: 'Open' },
    settled: { ja: '解決', en: 'Settled' },
    'settled-by': { ja: '{{when}} {{who}}:{{comment}}', en: '{{when}} {{who}}: {{comment}}' },
    settle: { ja: '解決済みにする', en: 'Mark it as settled' },
    how: { ja: 'どう解決したか', en: 'How it was settled' },
    'on-text': { ja: 'この文の問題の報告({{count}}件)', en: 'Problems reported about this text: {{count}}' },
    'to-list': { ja: '問題の報告へ', en: 'To the reported problems' },
    'unknown-title': { ja: 'その文はありません', en: 'No such text' },
    unknown: {
      ja: 'この言語または文はありません。リハーサル電話から選び直してください。',
      en: 'There is no such language or text. Choose a text of a call.',
    },
    wrong: {
      'no-comment': { ja: '内容を書いてください。', en: 'Write something.' },
      'too-long': {
        ja: '長すぎます。1000文字までにしてください。',
        en: 'That is too long; write at most 1000 characters.',
      },
      'settled-before': {
        ja: 'この報告はもう解決しているか、ありません。一覧を確かめてください。',
        en: 'This was settled already, or does not exist; look at the list.',
      },
      'not-allowed': { ja: 'この役割では書けません。', en: 'Your role may not write this.' },
    },
  },
  calls: {
    title: { ja: 'テストの電話', en: 'Test calls' },
    about: {
      ja: '公開の前に全部かけ直します。一つでも違う動きをすると、公開できません。',
      en: 'All test calls are repeated before every publication. If one takes a different course, nothing is published.',
    },
    none: {
      ja: 'まだテストの電話はありません。リハーサル電話で電話をかけて、「テストとして残す」を押してください。',
      en: 'There are no test calls yet. Make a call on the rehearsal phone and keep it as a test.',
    },
    green: {
      ja: '{{passed}}件すべて、前と同じ動きです。',
      en: 'All test calls take the expected course ({{passed}}).',
    },
    red: {
      ja: '{{failed}}件が前と違う動きです({{passed}}件は同じ動きです)。このままでは公開できません。',
      en: 'Test calls with a different course: {{failed}} (as expected: {{passed}}). Nothing can be published like this.',
    },
    'not-run': {
      ja: '下書きで電話をかけられないので、確かめられません。',
      en: 'The draft is incomplete, so the test calls cannot be made.',
    },
    passed: { ja: '合格', en: 'Passed' },
    failed: { ja: '違う動き', en: 'Failed' },
    hear: { ja: 'この電話を聞く', en: 'Hear this call' },
    how: { ja: '日時 {{at}}、操作:{{inputs}}', en: 'At {{at}}, pressed: {{inputs}}' },
    'no-inputs': { ja: 'なし', en: 'nothing' },
    saved: { ja: '{{when}} {{who}}', en: '{{when}} {{who}}' },
    differs: { ja: '{{turn}}番目の案内から違います。', en: 'It differs from turn {{turn}} on.' },
    expected: { ja: '正しい動き', en: 'As it should be' },
    heard: { ja: '今の動き', en: 'As it is now' },
    said: { ja: '流れる文', en: 'What is said' },
    'with-key': { ja: '{{text}}、キー{{key}}', en: '{{text}}, key {{key}}' },
    nothing: { ja: '(案内がない)', en: '(nothing)' },
    'ending-wait': { ja: 'キーを待つ', en: 'waits for a key' },
    'ending-dial': { ja: '「{{destination}}」に転送する', en: 'transfers to “{{destination}}”' },
    'ending-hang-up': { ja: '電話を切る', en: 'hangs up' },
    accept: { ja: '今の動きを正しい動きとする', en: 'Accept what it does now' },
    'accept-about': { ja: '動きを変えたつもりのときだけ押してください。', en: 'Only if the change is intended.' },
    rename: { ja: '題名を変える', en: 'Change the title' },
    archive: { ja: 'テストから外す', en: 'Set it aside' },
    change: { ja: '題名を変える・外す', en: 'Change the title, set it aside' },
    label: { ja: '題名', en: 'Title' },
    'unknown-title': { ja: 'そのテストはありません', en: 'No such test call' },
    unknown: {
      ja: 'このテストはないか、もう外されています。一覧から選び直してください。',
      en: 'There is no such test call any more; choose one from the list.',
    },
    wrong: {
      'no-title': { ja: '題名を書いてください。', en: 'Write a title.' },
      'long-title': {
        ja: '題名が長すぎます。100文字までにしてください。',
        en: 'That title is too long; write at most 100 characters.',
      },
      'same-title': {
        ja: '同じ題名のテストがあります。ほかの題名にしてください。',
        en: 'Another test call has that title; choose another.',
      },
      'too-many': {
        ja: 'テストは200件までです。使わないものを外してください。',
        en: 'There can be at most 200 test calls; set some aside.',
      },
      'nothing-heard': {
        ja: 'まだ何も聞いていないので、残せません。文を直してから、かけ直してください。',
        en: 'Nothing was heard, so there is nothing to keep; put the texts right and call again.',
      },
      conflict: {
        ja: 'ほかの人が先に変更しました。一覧を確かめて、もう一度操作してください。',
        en: 'Somebody else changed it first; look at the list and try again.',
      },
      'not-allowed': { ja: 'この役割では変更できません。', en: 'Your role may not change this.' },
    },
  },
} as const satisfies Texts;
