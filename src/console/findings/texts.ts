import type { Texts } from '../../frame/text.ts';

/** Findings of the checks, wherever they are shown. */
export const findingsTexts = {
  more: { ja: 'くわしく', en: 'Details' },
  rule: { ja: '決まり {{rule}}', en: 'Rule {{rule}}' },
  technician: {
    ja: 'これは画面では直せません。技術担当者に連絡してください。',
    en: 'This cannot be mended in the console; tell the technician.',
  },
  stale: {
    ja: '訳した後で、元の文が変わりました。訳を見直して保存するか、「このままで正しい」で確かめてください。',
    en: 'The source text has changed since this was translated; look through the translation and save it, or say that it is still right.',
  },
} as const satisfies Texts;
