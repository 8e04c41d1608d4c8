import type { Texts } from '../../frame/text.ts';

/** Sounds as files, for offices in which no browser can play them. */
export const soundsTexts = {
  wav: { ja: '音声をファイルで保存(WAV)', en: 'Save the sound as a file (WAV)' },
  zip: { ja: '全部の音声を保存(ZIP)', en: 'Save all sounds (ZIP)' },
  'zip-of': { ja: '{{language}}の全部の音声を保存(ZIP)', en: 'Save all sounds in {{language}} (ZIP)' },
  index: { ja: '{{language}}の文と音声({{when}}の下書き)', en: 'Texts and sounds in {{language}} (draft of {{when}})' },
  'index-about': {
    ja: '電話で流れる音声です。このファイルは、ほかのパソコンでもそのまま開けます。',
    en: 'These are the sounds that callers hear. This file can be opened on any computer.',
  },
  'no-sound': { ja: 'この文の音声は作れませんでした。', en: 'The sound of this text could not be made.' },
  'missing-title': { ja: '音声がありません', en: 'There is no sound' },
  missing: {
    ja: 'この文には、保存された言葉がありません。文の画面で確かめてください。',
    en: 'This text has no saved words; see the page of the text.',
  },
  'not-spoken-title': { ja: '音声を作れませんでした', en: 'The sound could not be made' },
  'not-spoken': {
    ja: '少し待って、もう一度試してください。続くときは、システムの担当者に知らせてください。',
    en: 'Wait a little and try again. If it goes on, tell the person who looks after the system.',
  },
  'busy-title': { ja: '少し待ってください', en: 'Wait a little' },
  busy: {
    ja: 'ほかの人が音声をまとめて保存しています。終わってから、もう一度試してください。',
    en: 'Other people are saving all sounds right now; try again when they are done.',
  },
} as const satisfies Texts;
