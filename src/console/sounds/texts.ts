import type { Texts } from '../../frame/text.ts';

/** The page about sounds as files. Such files also help offices whose browsers cannot play sounds. */
export const soundsTexts = {
  nav: { ja: '音声ファイル', en: 'Sound files' },
  about: {
    ja: '音声をファイルで保存し、ほかのことづてで作った音声を取り込みます。',
    en: 'Save sounds as files, and import those that another Kotozute made.',
  },
  title: { ja: '音声ファイル', en: 'Sound files' },
  'save-title': { ja: '保存する', en: 'Save' },
  'save-about': {
    ja: '下書きの文の音声(ふつうの速さと、ゆっくり)を、言語ごとに一つのZIPファイルで保存します。中のindex.htmlで、文を見ながら聞けます。',
    en: 'The sounds of the draft, at normal speed and slow, in one ZIP file for each language. Its index.html shows the words beside the sounds.',
  },
  'take-title': { ja: '取り込む', en: 'Import' },
  'take-about': {
    ja: '閉じたネットワークなどで音声を作れないときは、同じ文を入れた、ほかのことづてで保存したZIPかWAVを取り込みます。その文の音声は、ここで作らずに済みます。',
    en: 'If no speech can be made here, for example in a closed network, import a ZIP or WAV file that another Kotozute with the same texts has saved. These texts then need no speech here.',
  },
  'take-which': {
    ja: '取り込むのは、今の下書きか公開中の文と、言葉も番号も声の設定も同じ音声だけです。もうある音声は、入れ替えません。承認のときは、いつもと同じように聞いて確かめてください。',
    en: 'A sound is imported only if its words, values and voice are exactly those of the draft, or of what callers hear now. A sound that is here already is never replaced. Listen as always before you approve.',
  },
  'read-only': {
    ja: '音声を取り込めるのは、承認者と管理者です。',
    en: 'Approvers and administrators can import sounds.',
  },
  file: { ja: '音声のファイル', en: 'File of sounds' },
  'file-help': {
    ja: 'ことづてで保存したZIPか、そのうちの1つのWAV。20MBまで。ファイルの名前は変えないでください。',
    en: 'A ZIP that a Kotozute has saved, or one WAV of it. At most 20 MB. Leave the names of the files as they are.',
  },
  take: { ja: '取り込む', en: 'Import' },
  'no-file': { ja: 'ファイルを選んでください。', en: 'Choose a file.' },
  taken: {
    ja: '音声を{{count}}件取り込みました(ここで作らずに済む文 {{sentences}}文)。',
    en: {
      one: 'Imported {{count}} sound (sentences that need not be spoken here: {{sentences}}).',
      other: 'Imported {{count}} sounds (sentences that need not be spoken here: {{sentences}}).',
    },
  },
  'nothing-new': { ja: '新しく取り込んだ音声はありません。', en: 'Nothing new was imported.' },
  known: { ja: '{{count}}件は、もうありました。', en: 'Already here: {{count}}.' },
  refused: { ja: '{{count}}件は、取り込みませんでした。', en: 'Not imported: {{count}}.' },
  'refused-title': { ja: '取り込まなかったファイル', en: 'Files that were not imported' },
  'refused-more': { ja: 'ほか{{count}}件', en: 'and {{count}} more' },
  'why-not': {
    'too-long': { ja: '音声としては大きすぎるか、壊れています。', en: 'It is too large for a sound, or damaged.' },
    'not-a-sound': {
      ja: 'ことづての音声(WAV)ではありません。',
      en: 'It is not a sound of a Kotozute (WAV).',
    },
    'unknown-name': {
      ja: 'ファイルの名前から、どの文か分かりません。',
      en: 'The file name does not say which text the sound belongs to.',
    },
    'other-sound': {
      ja: 'ここの文と、言葉か番号か声の設定が違うか、作ったあとに変えられた音声です。',
      en: 'Its words, a value or its voice are not those of the text here, or it was changed after it was made.',
    },
    implausible: {
      ja: '文に比べて、音声が短すぎるか長すぎます。',
      en: 'It is much too short or too long for its words.',
    },
  },
  wrong: {
    damaged: {
      ja: 'ZIPファイルが壊れていて、読み取れません。もう一度保存し直してください。',
      en: 'The ZIP file is damaged; save it again.',
    },
    'too-much': {
      ja: 'ZIPファイルの中身が多すぎます。言語ごとに保存したものを、一つずつ取り込んでください。',
      en: 'There is too much in the ZIP file. Import one language at a time, from the file that was saved for it.',
    },
  },
  'taking-title': { ja: '少し待ってください', en: 'Wait a little' },
  taking: {
    ja: 'ほかの音声を取り込んでいます。終わってから、もう一度試してください。',
    en: 'Other sounds are being imported now. Try again when that is done.',
  },
  wav: { ja: '音声をファイルで保存(WAV)', en: 'Save the sound as a file (WAV)' },
  zip: { ja: '全部の音声を保存(ZIP)', en: 'Save all sounds (ZIP)' },
  'zip-of': { ja: '{{language}}の全部の音声を保存(ZIP)', en: 'Save all sounds in {{language}} (ZIP)' },
  index: { ja: '{{language}}の文と音声({{when}}の下書き)', en: 'Texts and sounds in {{language}} (draft of {{when}})' },
  'index-about': {
    ja: '電話で流れる音声です。このファイルは、ほかのパソコンでもそのまま開けます。slowの中は、ゆっくりの音声です。',
    en: 'These are the sounds that callers hear. This file can be opened on any computer. The folder “slow” has them spoken slowly.',
  },
  'no-sound': { ja: 'この文の音声は作れませんでした。', en: 'The sound of this text could not be made.' },
  'missing-title': { ja: '音声がありません', en: 'There is no sound' },
  missing: {
    ja: 'この文には、保存された言葉がないか、使っている値がありません。文の画面で確かめてください。',
    en: 'This text has no saved words, or a value that it uses is missing; see the page of the text.',
  },
  'not-spoken-title': { ja: '音声を作れませんでした', en: 'The sound could not be made' },
  'not-spoken': {
    ja: '少し待って、もう一度試してください。続くときは、技術担当者に知らせてください。',
    en: 'Wait a little and try again. If this continues, tell the technician.',
  },
  'busy-title': { ja: '少し待ってください', en: 'Wait a little' },
  busy: {
    ja: 'あなたかほかの人が、音声をまとめて保存しています。終わってから、もう一度試してください。',
    en: 'All sounds are already being saved, here or by other people. Try again when that is done.',
  },
} as const satisfies Texts;
