import type { Texts } from '../../frame/text.ts';

/** The page of the audit: what was done, and by whom. */
export const auditTexts = {
  nav: { ja: '操作の記録', en: 'Audit' },
  about: { ja: 'だれが、いつ、何をしたかを確認します。', en: 'See who did what and when.' },
  title: { ja: '操作の記録', en: 'Audit' },
  caption: { ja: '操作の記録、新しい順', en: 'What was done, the latest first' },
  when: { ja: '日時', en: 'When' },
  who: { ja: '操作した人', en: 'Who' },
  what: { ja: '操作', en: 'What' },
  empty: { ja: '記録はまだありません。', en: 'There are no entries yet.' },
  newest: { ja: '最新の記録へ', en: 'Latest entries' },
  older: { ja: '前の記録へ', en: 'Earlier entries' },
  pages: { ja: '記録のページ', en: 'Pages of the audit' },
  'value-changed': { ja: '{{name}}:{{before}} → {{after}}', en: '{{name}}: {{before}} → {{after}}' },
  'value-added': { ja: '{{name}}を追加:{{after}}', en: '{{name}}, added: {{after}}' },
  'value-removed': { ja: '{{name}}を削除:{{before}}', en: '{{name}}, removed: {{before}}' },
  'more-values': { ja: 'ほか{{count}}件', en: '{{count}} more' },
  comma: { ja: '、', en: '; ' },
  'about-times': { ja: '日時は日本時間です。', en: 'Times are those of Japan.' },
} as const satisfies Texts;
