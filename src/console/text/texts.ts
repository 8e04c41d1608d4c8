import type { Texts } from '../../frame/text.ts';
import { checkTexts } from './check-texts.ts';

/** The page of one text, and its history. */
export const textTexts = {
  ...checkTexts,
  title: { ja: '{{prompt}}({{language}})', en: '{{prompt}} ({{language}})' },
  'last-saved': { ja: '最後の保存', en: 'Last saved' },
  saved: { ja: '{{when}} {{who}}', en: '{{when}}, {{who}}' },
  'saved-how': { ja: '、{{what}}', en: ', {{what}}' },
  'read-by': { ja: '{{reader}}さんが確認(母語の人)', en: 'read by {{reader}}, a native reader' },
  never: { ja: 'まだ保存していません', en: 'Not saved yet' },
  'not-reviewed': {
    ja: 'ネイティブチェック(母語話者の確認)はまだです',
    en: 'No native reader has gone through it yet',
  },
  'sent-back': { ja: '{{when}}に{{who}}が差し戻しました。', en: 'Sent back by {{who}} on {{when}}.' },
  'sent-back-help': {
    ja: 'コメントのところを直して保存し、「この文は公開してよい」に印を付けてください。',
    en: 'Correct the text as the comment says, tick “This text may be published” and save.',
  },
  'to-approvals': { ja: '聞いて承認する画面へ', en: 'Listen to it and approve it' },
  'to-all-languages': { ja: 'すべての言語を一つの画面で直す', en: 'All languages on one page' },
  neighbours: { ja: '前後の文', en: 'Texts before and after' },
  previous: { ja: '前の文', en: 'Previous text' },
  next: { ja: '次の文', en: 'Next text' },
  'next-stale': { ja: '次の要見直し', en: 'Next text that needs review' },
  'to-history': { ja: '変更の履歴', en: 'History of changes' },
  'missing-title': { ja: 'その文はありません', en: 'There is no such text' },
  missing: {
    ja: 'この言語または文はありません。一覧から選び直してください。',
    en: 'There is no such language or text. Choose one from the list.',
  },
  'meanwhile-title': { ja: 'ほかの人が先に変更しました', en: 'Somebody else was faster' },
  meanwhile: {
    ja: '画面を開いたあとで、ほかの人がこの文を変更しました。画面を開き直して、もう一度確かめてください。',
    en: 'Somebody else changed this text after you opened the page. Open it again and look once more.',
  },
  newer: {
    ja: '画面を開いたあとで、ほかの人がこの文を変更しました。今の文を下に出しました。確かめて、もう一度送ってください。',
    en: 'Somebody else changed this text after you opened the page. Its newest words are shown now; check them and send again.',
  },
  'source-title': { ja: '元の文({{language}})', en: 'Source text ({{language}})' },
  'source-empty': {
    ja: '元の文がまだありません。先に元の文を書いてください。',
    en: 'There is no source text yet. Write it first.',
  },
  'changed-title': { ja: '元の文の変わったところ', en: 'What has changed in the source text' },
  'changed-about': {
    ja: 'この訳を作ったあとで、元の文が次のように変わりました。',
    en: 'Since this translation was made, the source text has changed like this.',
  },
  'changed-unknown': {
    ja: 'この訳を作ったあとで元の文が変わりました。前の元の文は残っていないため、違いは表示できません。',
    en: 'The source text has changed since this translation was made. The earlier one is not kept, so the difference cannot be shown.',
  },
  added: { ja: '追加:', en: 'Added:' },
  removed: { ja: '削除:', en: 'Removed:' },
  'change-end': { ja: '、ここまで。', en: '; end.' },
  'others-title': { ja: 'ほかの言語', en: 'Other languages' },
  'others-about': {
    ja: 'この文を変えると、訳はすべて「要見直し」になります。',
    en: 'When this text changes, every translation has to be looked at again.',
  },
  'own-title': { ja: '{{language}}の文', en: 'Text in {{language}}' },
  'read-only': { ja: 'あなたの役割では、文を変更できません。', en: 'Your role does not let you change texts.' },
  label: { ja: '文({{language}})', en: 'Text ({{language}})' },
  help: {
    ja: '1行に1文ずつ書きます。漢字の読みは {漢字|かんじ}、値は下のボタンで入れます。Ctrl+Enterで保存します。',
    en: 'One sentence a line. Write readings of kanji in braces and put values in with the buttons below. Ctrl+Enter saves.',
  },
  'help-other': {
    ja: '1行に1文ずつ、元の文と同じ順で書きます。値は下のボタンで入れます。Ctrl+Enterで保存します。',
    en: 'One sentence per line, in the order of the source text. Put values in with the buttons below. Ctrl+Enter saves.',
  },
  'lines-before': { ja: '文の数:', en: 'Sentences:' },
  'lines-limit': { ja: '(30まで)', en: '(at most 30)' },
  places: { ja: '文に入れる値', en: 'Values to put in' },
  'more-places': { ja: 'ほかの値', en: 'Other values' },
  'place-varies': { ja: '電話ごとに変わる値', en: 'differs from call to call' },
  'place-missing': { ja: '足りません', en: 'missing' },
  'place-too-many': { ja: '多すぎます', en: 'too many' },
  'place-there': { ja: '入っています', en: 'there' },
  ready: { ja: 'この文は公開してよい', en: 'This text may be published' },
  'ready-help': {
    ja: 'チェックがない文は「下書き」です。下書きがある間は公開できません。',
    en: 'Without the tick it is a draft. Nothing can be published while there are drafts.',
  },
  save: { ja: '保存する', en: 'Save' },
  done: {
    saved: {
      ja: '保存しました。電話で流れる文は、公開するまで変わりません。',
      en: 'Saved. Callers hear no change until it is published.',
    },
    draft: {
      ja: '下書きとして保存しました。公開できない点が残っています。「見え方と確認」を見て直し、「この文は公開してよい」に印を付けて、もう一度保存してください。',
      en: 'Saved as a draft: something in it still blocks publication. See the checks, mend it, tick “This text may be published” and save again.',
    },
    'still-draft': {
      ja: '下書きのままです。公開できない点が残っています。「見え方と確認」を見て直してから保存してください。',
      en: 'It stays a draft: something in it blocks publication. See the checks, mend it and save again.',
    },
    unchanged: {
      ja: '変わっていません。保存するものはありませんでした。',
      en: 'Nothing has changed, so there was nothing to save.',
    },
    'unchanged-stale': {
      ja: '文は変わっていません。訳がそのままで正しいときは、下の「このままで正しい」で理由を書いてください。',
      en: 'The words have not changed. If the translation still holds, say why below, under “Still right”.',
    },
    confirmed: {
      ja: 'そのままで正しいことを記録しました。',
      en: 'It is on record that the translation is still right.',
    },
    restored: { ja: '前の版に戻しました。', en: 'The earlier revision is back.' },
  },
  'not-saved': {
    ja: '保存していません。入力した文は下に残っています。',
    en: 'Not saved. What you typed is still below.',
  },
  conflict: {
    title: { ja: 'この文は、開いたあとに保存されました', en: 'This text was saved after you opened it' },
    about: {
      ja: '{{who}}さんが{{when}}にこの文を保存しました。あなたの文はまだ保存していません。入力した文は下に残っています。',
      en: '{{who}} saved this text on {{when}}. Yours is not saved yet; what you typed is still below.',
    },
    theirs: { ja: '相手の文', en: 'Their text' },
    mine: { ja: 'あなたの文', en: 'Your text' },
    change: { ja: '相手の文から、あなたの文への違い', en: 'From their text to yours' },
    over: { ja: '相手の文をわかったうえで、あなたの文で上書きする', en: 'Save mine over theirs on purpose' },
    'keep-theirs': { ja: 'あなたの入力を捨てて、相手の文を見る', en: 'Drop what I typed and look at theirs' },
    source: {
      ja: '元の文も、入力している間に変わりました。下の違いを確かめてください。',
      en: 'The source text has changed as well while you were typing. See the difference below.',
    },
  },
  still: {
    title: { ja: 'このままで正しい', en: 'Still right' },
    about: {
      ja: '元の文が変わっても訳を直す必要がないときは、理由を書いて記録します。',
      en: 'If the source text has changed but the translation need not, put the reason on record.',
    },
    reason: { ja: '理由', en: 'Reason' },
    help: {
      ja: '例:元の文の読みを直しただけで、意味は変わっていない。',
      en: 'For example: only a reading was corrected, the meaning is the same.',
    },
    'no-reason': { ja: '理由を書いてください。', en: 'Write the reason.' },
    submit: { ja: 'このままで正しいと記録する', en: 'Put on record that it is still right' },
  },
  acts: {
    imported: { ja: '取り込み', en: 'Imported' },
    edited: { ja: '変更', en: 'Changed' },
    'still-right': { ja: 'このままで正しい', en: 'Still right' },
    restored: { ja: '前の版に戻した', en: 'Brought back' },
    reviewed: { ja: '母語の人が確認', en: 'Read by a native reader' },
  },
  history: {
    title: { ja: '変更の履歴', en: 'History of changes' },
    revision: { ja: '第{{revision}}版', en: 'Revision {{revision}}' },
    newest: { ja: '今の版', en: 'Newest' },
    reason: { ja: '理由:{{reason}}', en: 'Reason: {{reason}}' },
    changes: { ja: '前の版からの変更', en: 'What changed' },
    unchanged: { ja: '文は前の版と同じです。', en: 'The words are the same as before.' },
    ready: { ja: '公開してよい', en: 'May be published' },
    'not-ready': { ja: '下書き', en: 'Draft' },
    whole: { ja: 'この版の文', en: 'The whole text' },
    empty: { ja: '文がありません。', en: 'There are no words.' },
    nothing: { ja: 'まだ履歴はありません。', en: 'There is no history yet.' },
    restore: { ja: '第{{revision}}版に戻す', en: 'Bring back revision {{revision}}' },
    pages: { ja: '履歴のページ', en: 'Pages of the history' },
    'to-newest': { ja: '最新の履歴へ', en: 'Newest' },
    older: { ja: '前の履歴へ', en: 'Earlier' },
    back: { ja: '文の画面へ戻る', en: 'Back to the text' },
  },
  readings: {
    ask: { ja: '漢字に読みを付ける', en: 'Put readings on the kanji' },
    put: {
      ja: '読みを欄に入れました。まだ保存していません。正しいか確かめて、直してから保存してください。',
      en: 'The readings are in the field and not saved yet. Check them, correct any that are wrong, then save.',
    },
    differences: {
      ja: '前に使った読みと辞書の読みが違う言葉です。',
      en: 'Words that other texts read differently from the dictionary:',
    },
    difference: {
      ja: '「{{written}}」:前は「{{before}}」({{from}})、辞書は「{{dictionary}}」。欄には「{{used}}」を入れました。',
      en: '“{{written}}”: before “{{before}}” ({{from}}), in the dictionary “{{dictionary}}”. The field has “{{used}}”.',
    },
    unknown: {
      ja: '辞書に読みがない漢字:{{words}}。自分で書いてください。',
      en: 'Kanji without a reading in the dictionary: {{words}}. Write their readings yourself.',
    },
    away: {
      ja: '辞書を使えませんでした。入力した文は残っています。少し待って、もう一度押してください。続くときは、読みを自分で書き、技術担当者に連絡してください。',
      en: 'The dictionary could not be used. What you typed is still there. Wait a moment and try again; if the problem continues, write the readings yourself and tell the technician.',
    },
  },
} as const satisfies Texts;
