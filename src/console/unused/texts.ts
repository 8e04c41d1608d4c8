import type { Texts } from '../../frame/text.ts';

/** The page about texts that no part of the line uses. */
export const unusedTexts = {
  title: { ja: '使っていない文', en: 'Texts not in use' },
  link: { ja: '使っていない文({{count}}件)', en: 'Texts not in use ({{count}})' },
  intro: {
    ja: '項目や転送先を削除して、電話のどこでも流れなくなった文です。確認も承認も公開もされません。また使うことも、削除することもできます。',
    en: 'Texts that no part of the line uses, for example because their topic or destination was removed. They are not checked, approved or published. You can use them again or delete them.',
  },
  nothing: { ja: '使っていない文はありません。', en: 'There are no unused texts.' },
  topics: { ja: '削除した項目', en: 'Removed topics' },
  destinations: { ja: '削除した転送先', en: 'Removed destinations' },
  'destination-back-label': { ja: '転送先「{{name}}」をもとに戻す', en: 'Bring back the destination “{{name}}”' },
  back: { ja: 'もとに戻す', en: 'Bring back' },
  'back-label': { ja: '項目「{{name}}」をもとに戻す', en: 'Bring back the topic “{{name}}”' },
  caption: { ja: '使っていない文の一覧', en: 'All texts not in use' },
  text: { ja: '文', en: 'Text' },
  languages: { ja: '言語', en: 'Languages' },
  action: { ja: '操作', en: 'Actions' },
  topic: { ja: '入れる項目', en: 'Topic to add it to' },
  use: { ja: 'この項目に入れる', en: 'Add to this topic' },
  'use-label': { ja: '「{{name}}」をこの項目に入れる', en: 'Add to this topic: “{{name}}”' },
  delete: { ja: '削除', en: 'Delete' },
  'delete-label': { ja: '「{{name}}」をすべての言語で削除', en: 'Delete “{{name}}” in every language' },
  'in-use': {
    ja: 'この文は、今は使われています。削除していません。',
    en: 'This text is in use now. It was not deleted.',
  },
  gone: {
    ja: 'この文、項目、転送先は、もうここにありません。一覧を確かめてください。',
    en: 'This text, topic or destination is no longer here. Check the list.',
  },
  conflict: {
    ja: '{{who}}さんが{{when}}に、この電話案内の設定を先に保存しました。何も変えていません。もう一度操作してください。',
    en: '{{who}} saved the settings of this line first ({{when}}). Nothing was changed; please try again.',
  },
  'of-text': {
    ja: 'この文は今、どこでも使っていません。確認も公開もされません。',
    en: 'Nothing uses this text now. It is neither checked nor published.',
  },
  done: {
    deleted: { ja: '文を削除しました。', en: 'The text was deleted.' },
  },
} as const satisfies Texts;
