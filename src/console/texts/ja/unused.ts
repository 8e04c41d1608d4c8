/** Texts that no part of the line uses. */
export const unused = {
  title: '使っていない文',
  link: '使っていない文({{count}}件)',
  intro:
    '項目や転送先を削除して、電話のどこでも流れなくなった文です。確認も承認も公開もされません。また使うことも、削除することもできます。',
  nothing: '使っていない文はありません。',
  topics: '削除した項目',
  back: 'もとに戻す',
  'back-label': '項目「{{name}}」をもとに戻す',
  caption: '使っていない文の一覧',
  text: '文',
  languages: '言語',
  action: '操作',
  topic: '入れる項目',
  use: 'この項目に入れる',
  'use-label': '「{{name}}」をこの項目に入れる',
  delete: '削除',
  'delete-label': '「{{name}}」をすべての言語で削除',
  'in-use': 'この文は、今は使われています。削除していません。',
  gone: 'この文または項目は、もうここにありません。一覧を確かめてください。',
  conflict:
    '{{who}}さんが{{when}}に、この電話案内の設定を先に保存しました。何も変えていません。もう一度操作してください。',
  'of-text': 'この文は今、どこでも使っていません。確認も公開もされません。',
  done: { deleted: '文を削除しました。' },
};
