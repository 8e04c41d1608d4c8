import type { Texts } from '../../frame/text.ts';

/** The texts that the forms of the line have in common. */
export const lineTexts = {
  save: { ja: '保存する', en: 'Save' },
  'not-saved': {
    ja: '保存していません。入力した内容は下に残っています。赤い文のところを直してください。',
    en: 'Nothing was saved. What you typed is still below. Correct the fields that are marked in red.',
  },
  conflict: {
    ja: '{{who}}さんが{{when}}に、この電話案内の設定を先に保存しました。あなたの入力は下に残っています。今の内容を確かめてから、もう一度保存してください。',
    en: '{{who}} saved settings of this line on {{when}}, before you. What you typed is still below. Check what is saved now, then save again.',
  },
  now: { ja: '今保存されている値:{{value}}', en: 'The value saved now: {{value}}' },
  wrong: {
    ja: '保存できませんでした。「{{where}}」の値が正しくありません。直して、もう一度保存してください。',
    en: 'This could not be saved. The value of “{{where}}” is not right. Correct it and save again.',
  },
  'until-published': {
    ja: '保存しても、電話で流れる内容は公開するまで変わりません。',
    en: 'What callers hear changes only when it is published.',
  },
  back: { ja: '一覧へ戻る', en: 'Back to the list' },
  remove: { ja: '削除', en: 'Remove' },
  up: { ja: '上へ', en: 'Up' },
  down: { ja: '下へ', en: 'Down' },
  done: {
    unchanged: {
      ja: '変わっていません。保存するものはありませんでした。',
      en: 'Nothing has changed, so there was nothing to save.',
    },
  },
  keys: {
    title: { ja: '印刷した案内のキーが変わります', en: 'Printed keys would change' },
    about: {
      ja: '配ったチラシや案内に書いたキーが、次のように変わります。印刷物も直してください。',
      en: 'Keys on leaflets that people already have would change as follows. Print these leaflets again.',
    },
    gone: {
      ja: 'キー{{key}}:「{{before}}」につながらなくなります。',
      en: 'Key {{key}} would no longer lead to “{{before}}”.',
    },
    moved: {
      ja: 'キー{{key}}:「{{before}}」から「{{after}}」に変わります。',
      en: 'Key {{key}} would lead to “{{after}}” instead of “{{before}}”.',
    },
    agree: { ja: '印刷物のキーが変わることを確かめました', en: 'I know that printed keys will change' },
    needed: {
      ja: 'キーが変わることを確かめて、チェックを入れてください。',
      en: 'Look at the keys that change and tick the box.',
    },
  },
} as const satisfies Texts;
