/** What was done, and by whom. */
export const audit = {
  nav: '操作の記録',
  about: 'だれが、いつ、何をしたかを確認します。',
  title: '操作の記録',
  caption: '操作の記録、新しい順',
  when: '日時',
  who: '操作した人',
  what: '操作',
  unknown: '不明',
  'command-line': 'コマンドライン',
  'first-start': '初回起動',
  'prompts-folder': 'promptsフォルダ',
  empty: '記録はまだありません。',
  newest: '最新の記録へ',
  older: '前の記録へ',
  pages: '記録のページ',
  'about-times': '日時は日本時間です。',
};
