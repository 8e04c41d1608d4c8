import type { Texts } from '../frame/text.ts';

/** The ledger of all texts. */
export const ledgerTexts = {
  nav: { ja: '案内の文', en: 'Texts' },
  about: {
    ja: '電話で流れる文を、言語ごとに見て直します。',
    en: 'Read and change what callers hear, language by language.',
  },
  title: { ja: '案内の文', en: 'Texts' },
  news: { ja: '要見直し {{stale}}件、未入力 {{missing}}件', en: 'To look at again: {{stale}}. Missing: {{missing}}.' },
  filter: { ja: '絞り込み', en: 'Filter' },
  state: { ja: '状態', en: 'State' },
  language: { ja: '言語', en: 'Language' },
  any: { ja: 'すべて', en: 'All' },
  search: { ja: '文や名前で探す', en: 'Search in texts and names' },
  apply: { ja: '絞り込む', en: 'Filter' },
  clear: { ja: '絞り込みをやめる', en: 'Show everything' },
  counts: { ja: '状態ごとの件数', en: 'Texts by state' },
  count: { ja: '{{count}}件', en: '{{count}}' },
  found: { ja: '{{total}}行のうち{{count}}行を表示しています。', en: 'Rows shown: {{count}} of {{total}}.' },
  caption: { ja: '案内の文と、言語ごとの状態', en: 'Texts, and their state in each language' },
  prompt: { ja: '文', en: 'Text' },
  'not-needed': { ja: '不要', en: 'Not needed' },
  nothing: { ja: '当てはまる文はありません。', en: 'No text fits.' },
  states: {
    missing: { ja: '未入力', en: 'Missing' },
    draft: { ja: '下書き', en: 'Draft' },
    stale: { ja: '要見直し', en: 'To look at again' },
    'to-approve': { ja: '承認待ち', en: 'To approve' },
    approved: { ja: '承認済み', en: 'Approved' },
    published: { ja: '公開中', en: 'Published' },
    'sent-back': { ja: '差戻し', en: 'Sent back' },
    unapproved: { ja: '公開中(未承認)', en: 'Published (not approved)' },
  },
} as const satisfies Texts;
